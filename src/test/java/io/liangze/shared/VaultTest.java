package io.liangze.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VaultTest {

    @TempDir Path home;
    Vault vault;

    @BeforeEach
    void open() throws IOException {
        vault = new Vault(new Keys(home.resolve("keys")));
    }

    @Test
    void a_sealed_number_opens_again_and_looks_different_each_time() {
        var first = vault.seal("13800000001");
        var second = vault.seal("13800000001");

        assertThat(first).isNotEqualTo(second).hasSize(1 + 12 + 11 + 16);
        assertThat(vault.open(first)).isEqualTo("13800000001").isEqualTo(vault.open(second));
        assertThat(vault.open(vault.seal("")).isEmpty()).isTrue();
        assertThat(vault.open(vault.seal("张三，南昌县莲塘镇"))).isEqualTo("张三，南昌县莲塘镇");
    }

    @Test
    void every_changed_byte_is_noticed() {
        var sealed = vault.seal("13800000001");

        IntStream.range(0, sealed.length).forEach(i -> {
            var changed = sealed.clone();
            changed[i] ^= 1;
            assertThatThrownBy(() -> vault.open(changed)).isInstanceOf(IllegalArgumentException.class);
        });
        assertThat(vault.open(sealed)).isEqualTo("13800000001");
    }

    @Test
    void the_index_of_a_number_is_the_same_after_a_restart_and_another_under_another_key() throws IOException {
        var again = new Vault(new Keys(home.resolve("keys")));
        var elsewhere = new Vault(new Keys(home.resolve("other")));

        assertThat(vault.index("13800000001")).hasSize(32).isEqualTo(again.index("13800000001"))
            .isNotEqualTo(vault.index("13800000002")).isNotEqualTo(elsewhere.index("13800000001"));
        assertThat(again.open(vault.seal("x"))).isEqualTo("x");
        assertThatThrownBy(() -> elsewhere.open(vault.seal("x"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_new_key_seals_and_the_old_one_still_opens() throws IOException {
        var old = vault.seal("13800000001");
        var keys = new Keys(home.resolve("keys"));

        keys.secret("seal-002", 16);
        var rotated = new Vault(keys);

        assertThat(rotated.open(old)).isEqualTo("13800000001");
        assertThat(rotated.seal("13800000001")[0]).isEqualTo((byte) 2);
        assertThat(rotated.open(rotated.seal("13800000001"))).isEqualTo("13800000001");
    }

    @Test
    void keys_are_for_their_owner_alone() throws IOException {
        var folder = home.resolve("keys");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder))).isEqualTo("rwx------");
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(2).allSatisfy(f ->
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(f))).isEqualTo("rw-------"));
        }
    }

    @Test
    void many_threads_share_a_vault() {
        assertThat(IntStream.range(0, 20_000).parallel().mapToObj(i -> "138" + i)
            .allMatch(n -> vault.open(vault.seal(n)).equals(n))).isTrue();
    }

    @Test
    void sm3_agrees_with_the_standard() {
        assertThat(Sm3.hex("abc")).isEqualTo("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
        assertThat(Sm3.hex("a".getBytes(), "bc".getBytes())).isEqualTo(Sm3.hex("abc"));
    }
}
