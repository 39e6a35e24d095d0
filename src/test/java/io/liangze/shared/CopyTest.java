package io.liangze.shared;

import static org.assertj.core.api.Assertions.assertThat;

import io.liangze.LiangzeTest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@LiangzeTest
class CopyTest {

    private static final String ODD = "a\tb\nc\r\\d\"e' 麦㙦镇 𠀀 é \\N";

    @Autowired private Copy copy;
    @Autowired private JdbcClient jdbc;
    @Autowired private TransactionTemplate transaction;

    @Test
    void whatever_goes_in_is_read_back_as_it_was() {
        var id = UUID.fromString("0192280b-6236-7e04-8999-3be11ee7153b");
        var at = Instant.parse("2026-11-24T02:00:00.123456Z");
        var bytes = new byte[] {0, -1, 127, 92};

        transaction.executeWithoutResult(_ -> {
            jdbc.sql("create temp table odd (t text, n int, b bytea, a text[], i uuid, at timestamptz, g text, none text) on commit drop").update();
            long rows = copy.into("odd (t, n, b, a, i, at, g, none)", into -> into.add(ODD, 7, bytes, List.of(ODD, "{}", ""), id, at, Grade.A, null));

            assertThat(rows).isEqualTo(1);
            jdbc.sql("select t, n, b, a, i, at, g, none from odd").query((row, _) -> {
                assertThat(row.getString("t")).isEqualTo(ODD);
                assertThat(row.getInt("n")).isEqualTo(7);
                assertThat(row.getBytes("b")).isEqualTo(bytes);
                assertThat((String[]) row.getArray("a").getArray()).containsExactly(ODD, "{}", "");
                assertThat(row.getObject("i", UUID.class)).isEqualTo(id);
                assertThat(row.getObject("at", java.time.OffsetDateTime.class).toInstant()).isEqualTo(at);
                assertThat(row.getString("g")).isEqualTo("A");
                assertThat(row.getString("none")).isNull();
                return true;
            }).list();
        });
    }

    @Test
    void half_a_character_does_not_spoil_the_rest() {
        transaction.executeWithoutResult(_ -> {
            jdbc.sql("create temp table half (t text) on commit drop").update();
            copy.into("half (t)", into -> into.add("a\uD840b"));

            assertThat(jdbc.sql("select t from half").query(String.class).single()).isEqualTo("a?b");
        });
    }
}
