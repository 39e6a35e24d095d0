package io.liangze.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.liangze.Given;
import io.liangze.LiangzeTest;
import io.liangze.shared.Refusal;
import io.liangze.shared.Scope;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@LiangzeTest
class AuditProofTest {

    @Autowired Given given;
    @Autowired Audit audit;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;
    @Autowired @Qualifier("ownerDataSource") DataSource owner;

    private static final Map<String, Object> FACTS = new TreeMap<>(Map.of("名称", "老王面馆", "areaM2", new BigDecimal("120.50"),
        "revenue", 1.0E10, "a", "short key", "list", new int[] {3, 1}));

    @Test
    void the_log_is_whole_whatever_the_database_does_to_its_json() {
        var before = audit.verify(Scope.system());

        recorded();

        var after = audit.verify(Scope.system());
        assertThat(after.misfit()).isNull();
        assertThat(after.entries()).isEqualTo(before.entries() + 1);
        assertThat(after.head()).isNotEqualTo(before.head());
    }

    @Test
    void an_entry_that_somebody_changed_is_named() {
        var object = recorded();

        actor(object, "somebody else");
        var found = audit.verify(Scope.system());
        actor(object, "食安办 360121000000");

        assertThat(found.isWhole()).isFalse();
        assertThat(found.misfit()).isEqualTo(
            jdbc.sql("select id from audit_entry where object = :object").param("object", object).query(UUID.class).single());
        assertThat(audit.verify(Scope.system()).isWhole()).isTrue();
    }

    @Test
    void only_the_auditor_reads_the_log() {
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> audit.verify(given.office("360121000000")));
    }

    /** As somebody with access to the database would. */
    private void actor(UUID object, String name) {
        JdbcClient.create(owner).sql("update audit_entry set actor = :name where object = :object")
            .param("name", name).param("object", object).update();
    }

    private UUID recorded() {
        var object = UUID.randomUUID();
        transaction.executeWithoutResult(_ -> audit.record(given.office("360121000000"),
            Change.made("subject.opened", "SUBJECT", object, "360121001001", FACTS)));
        return object;
    }
}
