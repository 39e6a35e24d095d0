package io.liangze;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What every module may rely on below it. */
@LiangzeTest
class DatabaseTest {

    @Autowired JdbcClient jdbc;

    @Test
    void what_was_acknowledged_is_on_disk() {
        for (var setting : new String[] {"fsync", "synchronous_commit", "full_page_writes"})
            assertThat(jdbc.sql("show " + setting).query(String.class).single()).as(setting).isEqualTo("on");
    }

    @Test
    void the_application_may_write_rows_but_not_tables() {
        assumeThat(jdbc.sql("select pg_get_userbyid(nspowner) <> current_user from pg_namespace where nspname = 'public'").query(Boolean.class).single())
            .as("the application has a role of its own").isTrue();

        assertThat(jdbc.sql("select count(*) from scheduled_tasks where task_name = 'none'").query(Integer.class).single()).isZero();

        assertThatThrownBy(() -> jdbc.sql("drop table scheduled_tasks").update()).rootCause().hasMessageContaining("must be owner");
        assertThatThrownBy(() -> jdbc.sql("create table mine (id int)").update()).rootCause().hasMessageContaining("permission denied");
    }

    @ParameterizedTest
    @ValueSource(strings = {"audit_entry", "visit", "visit_correction", "problem_event", "subject_change", "official_change"})
    void what_has_happened_is_added_and_never_changed(String table) {
        assertThat(jdbc.sql("select count(*) from %s where county_code = '999999'".formatted(table)).query(Integer.class).single()).isZero();

        assertThatThrownBy(() -> jdbc.sql("update %s set county_code = county_code where county_code = '999999'".formatted(table)).update())
            .rootCause().hasMessageContaining("permission denied");
        assertThatThrownBy(() -> jdbc.sql("delete from %s where county_code = '999999'".formatted(table)).update())
            .rootCause().hasMessageContaining("permission denied");
    }

    @Test
    void no_policy_on_rows_is_passed_over() {
        record Powers(boolean superuser, boolean bypass) {}

        var powers = jdbc.sql("select rolsuper as superuser, rolbypassrls as bypass from pg_roles where rolname = current_user")
            .query(Powers.class).single();

        assertThat(powers).isEqualTo(new Powers(false, false));
    }
}
