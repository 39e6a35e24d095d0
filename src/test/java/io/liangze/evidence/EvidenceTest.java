package io.liangze.evidence;

import static io.liangze.evidence.Photo.aPhoto;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.github.f4b6a3.uuid.UuidCreator;
import io.liangze.Given;
import io.liangze.LiangzeTest;
import io.liangze.shared.Refusal;
import io.liangze.shared.Role;
import io.liangze.shared.Scope;
import io.liangze.shared.Sm3;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.InputStreamSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@LiangzeTest
class EvidenceTest {

    private static final String TOWNSHIP = "360121100000";
    private static final String VILLAGE = "360121100201";

    @Autowired Given given;
    @Autowired Evidence evidence;
    @Autowired Depot depot;
    @Autowired JdbcClient jdbc;

    private final UUID subject = UuidCreator.getTimeOrderedEpoch();
    private final UUID visit = UuidCreator.getTimeOrderedEpoch();

    @Test
    void bytes_are_kept_as_received_under_their_digest() throws IOException {
        var sender = official();
        var photo = aPhoto().claiming(1, "2026:11:20 09:30:00", 28.5, 115.9).jpeg();

        var stored = evidence.store(sender, new Upload(null, file(photo), OffsetDateTime.parse("2026-11-20T09:31:00+08:00"), 28.51, 115.91));

        assertThat(stored.sm3()).isEqualTo(Sm3.hex(photo));
        assertThat(stored.bytes()).isEqualTo(photo.length);
        assertThat(stored.type()).isEqualTo("image/jpeg");
        assertThat(depot.path(stored.sm3())).hasBinaryContent(photo);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(depot.path(stored.sm3())))).isEqualTo("rw-------");
        assertThat(evidence.find(sender, stored.id())).hasValueSatisfying(exhibit -> {
            assertThat(exhibit.takenAt()).isEqualTo(Instant.parse("2026-11-20T01:31:00Z"));
            assertThat(exhibit.exifAt()).isEqualTo(Instant.parse("2026-11-20T01:30:00Z"));
            assertThat(exhibit.latitude()).isEqualTo(28.51);
            assertThat(exhibit.exifLongitude()).isEqualTo(115.9);
            assertThat(exhibit.width()).isEqualTo(800);
        });
    }

    @Test
    void the_same_bytes_from_the_same_sender_are_the_same_evidence() {
        var sender = official();
        var photo = aPhoto().jpeg();

        var first = evidence.store(sender, Upload.of(null, file(photo)));
        var again = evidence.store(sender, Upload.of(UUID.randomUUID(), file(photo)));
        var somebodyElse = evidence.store(official(), Upload.of(null, file(photo)));

        assertThat(again).isEqualTo(first);
        assertThat(somebodyElse.id()).isNotEqualTo(first.id());
        assertThat(somebodyElse.sm3()).isEqualTo(first.sm3());
        assertThat(audited(first.id())).isEqualTo(1);
    }

    @Test
    void an_id_that_was_answered_is_answered_as_before_whatever_comes_with_it() {
        var sender = official();
        var id = UUID.randomUUID();

        var first = evidence.store(sender, Upload.of(id, file(aPhoto().jpeg())));
        var again = evidence.store(sender, Upload.of(id, file("no picture".getBytes(StandardCharsets.UTF_8))));

        assertThat(first.id()).isEqualTo(id);
        assertThat(again).isEqualTo(first);
        assertThat(flaw(() -> evidence.store(official(), Upload.of(id, file(aPhoto().jpeg()))))).isEqualTo("evidence.id-taken");
    }

    @Test
    void sent_many_times_at_once_it_is_stored_once() throws Exception {
        var sender = official();
        var photo = aPhoto().jpeg();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var sent = threads.invokeAll(java.util.Collections.nCopies(8,
                (Callable<Stored>) () -> evidence.store(sender, Upload.of(null, file(photo)))));
            assertThat(sent).extracting(java.util.concurrent.Future::get).containsOnly(sent.getFirst().get());
        }
    }

    @Test
    void only_its_sender_sees_it_until_a_record_names_it() {
        var sender = official();
        var county = given.office("360121000000");
        var neighbour = given.office("360122000000");
        var business = given.business(subject, VILLAGE);
        var otherBusiness = given.business(UUID.randomUUID(), VILLAGE);

        var id = evidence.store(sender, Upload.of(null, file(aPhoto().jpeg()))).id();
        assertThat(evidence.find(sender, id)).isPresent();
        assertThat(evidence.find(county, id)).isEmpty();

        evidence.link(sender, List.of(id), "VISIT", visit, VILLAGE, subject);
        assertThat(evidence.find(county, id)).isPresent();
        assertThat(evidence.find(given.office("360000000000"), id)).isPresent();
        assertThat(evidence.find(business, id)).isPresent();
        assertThat(evidence.find(neighbour, id)).isEmpty();
        assertThat(evidence.find(otherBusiness, id)).isEmpty();
        assertThat(code(() -> evidence.show(neighbour, id))).isEqualTo("evidence.absent");
    }

    @Test
    void a_city_officials_evidence_is_seen_in_the_county_of_the_record() {
        var city = given.official(UUID.randomUUID(), "360100000000");

        var id = evidence.store(city, Upload.of(null, file(aPhoto().jpeg()))).id();
        evidence.link(city, List.of(id), "VISIT", visit, VILLAGE, subject);

        assertThat(evidence.ofRecord(given.office(TOWNSHIP), "VISIT", visit)).extracting(Exhibit::id).containsExactly(id);
        assertThat(evidence.ofRecord(given.office("360122000000"), "VISIT", visit)).isEmpty();
    }

    @Test
    void a_record_names_only_the_senders_own_in_their_order() {
        var sender = official();
        var mine = List.of(stored(sender), stored(sender), stored(sender)).reversed();
        var others = stored(official());
        var unknown = UUID.randomUUID();
        var all = List.of(mine.get(0), others, mine.get(1), unknown, mine.get(2));

        assertThat(evidence.require(sender, all)).containsExactlyInAnyOrderElementsOf(mine);
        evidence.link(sender, all, "VISIT", visit, VILLAGE, subject);
        evidence.link(sender, all, "VISIT", visit, VILLAGE, subject);

        assertThat(evidence.ofRecord(sender, "VISIT", visit)).extracting(Exhibit::id).containsExactlyElementsOf(mine);
    }

    @Test
    void what_a_record_names_may_be_named_again_by_who_follows_it() {
        var sender = official();
        var business = given.business(subject, VILLAGE);
        var id = stored(sender);

        evidence.link(sender, List.of(id), "PROBLEM", visit, VILLAGE, subject);

        assertThat(evidence.require(business, List.of(id))).isEmpty();
        assertThat(evidence.require(business, List.of(id), "PROBLEM", visit, VILLAGE)).containsExactly(id);
    }

    @Test
    void what_is_no_picture_is_refused_and_nothing_is_kept() {
        var sender = official();
        var page = "<html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);
        var large = java.util.Arrays.copyOf(aPhoto().jpeg(), Depot.LARGEST + 1);

        assertThat(code(() -> evidence.store(sender, Upload.of(null, file(page))))).isEqualTo("evidence.type");
        assertThat(code(() -> evidence.store(sender, Upload.of(null, file(large))))).isEqualTo("evidence.too-large");
        assertThat(code(() -> evidence.store(given.at(Role.AUDITOR, TOWNSHIP), Upload.of(null, file(aPhoto().jpeg())))))
            .isEqualTo("role.insufficient");
        assertThat(flaw(() -> evidence.store(sender, new Upload(null, file(aPhoto().jpeg()), null, 91.0, 0.0)))).isEqualTo("evidence.place");
        assertThat(depot.path(Sm3.hex(page))).doesNotExist();
        assertThat(depot.path(Sm3.hex(large))).doesNotExist();
    }

    @Test
    void a_lost_copy_is_made_anew() throws IOException {
        var sender = official();
        var id = stored(sender);

        var first = evidence.thumbnail(sender, id).file();
        Files.delete(first);

        assertThat(evidence.thumbnail(sender, id).file()).isEqualTo(first).isNotEmptyFile();
    }

    private Scope official() {
        return given.official(UUID.randomUUID(), TOWNSHIP);
    }

    private UUID stored(Scope sender) {
        return evidence.store(sender, Upload.of(null, file(aPhoto().jpeg()))).id();
    }

    private int audited(UUID id) {
        return jdbc.sql("select count(*) from audit_entry where county_code = '360121' and object = :id").param("id", id)
            .query(Integer.class).single();
    }

    private static InputStreamSource file(byte[] bytes) {
        return new ByteArrayResource(bytes);
    }

    private static String code(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return assertThatExceptionOfType(Refusal.class).isThrownBy(call).actual().code();
    }

    private static String flaw(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return assertThatExceptionOfType(Refusal.class).isThrownBy(call).actual().flaws().getFirst().code();
    }
}
