package io.liangze.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.liangze.Given;
import io.liangze.LiangzeTest;
import io.liangze.TestClock;
import io.liangze.shared.Role;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@LiangzeTest
class AuditTest {

    private static final String VILLAGE = "360121001001";

    @Autowired Given given;
    @Autowired Audit audit;
    @Autowired TestClock clock;
    @Autowired TransactionTemplate transaction;

    @Test
    void page_by_page_the_log_comes_newest_first_and_whole() {
        var object = UUID.randomUUID();
        for (int i = 0; i < 5; i++) {
            record(object, "subject.changed");
            if (i % 2 == 0) clock.forward(Duration.ofMinutes(1));
        }

        var byText = Comparator.comparing(UUID::toString);   // as PostgreSQL orders them
        var read = new ArrayList<AuditEntry>();
        @Nullable String next = null;
        do {
            var page = audit.entries(given.at(Role.AUDITOR, "360000000000"), new AuditFilter(null, null, null, object, null),
                next == null ? null : AuditCursor.of(next), 2);
            read.addAll(page.items());
            next = page.next();
        } while (next != null);

        assertThat(read).hasSize(5).doesNotHaveDuplicates()
            .isSortedAccordingTo(Comparator.comparing(AuditEntry::at).thenComparing(AuditEntry::id, byText).reversed());
    }

    private void record(UUID object, String act) {
        transaction.executeWithoutResult(_ -> audit.record(given.office("360121000000"),
            Change.made(act, "SUBJECT", object, VILLAGE, Map.of("名称", "老王面馆"))));
    }
}
