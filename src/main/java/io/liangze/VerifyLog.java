package io.liangze;

import io.liangze.audit.Audit;
import io.liangze.shared.Home;
import io.liangze.shared.Keys;
import io.liangze.shared.Scope;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;

/**
 * {@code ./liangze verify}: proves the audit log whole, whether the product is running or not. The last line names entries
 * and head; else it names the first entry that is not as it was written, and the program ends with 1.
 */
final class VerifyLog {

    private VerifyLog() {}

    public static void main(String[] args) {
        var program = new SpringApplication(Parts.class);
        program.setWebApplicationType(WebApplicationType.NONE);
        try (var context = program.run("--liangze.visit=true", "--logging.level.io.liangze=error")) {
            var proof = context.getBean(Audit.class).verify(Scope.system());
            if (proof.isWhole()) System.out.printf("Whole: entries=%d head=%s%n", proof.entries(), proof.head());
            else System.out.printf("Not whole: entry %s is not as it was written; the %d before it are.%n", proof.misfit(), proof.entries());
            if (!proof.isWhole()) System.exit(1);
        }
    }

    /** As little as the proof needs. No stereotype, so that the product itself does not pick it up. */
    @Import({Home.class, Keys.class, Settings.class})
    @ImportAutoConfiguration({JacksonAutoConfiguration.class, JdbcTemplateAutoConfiguration.class, JdbcClientAutoConfiguration.class})
    @ComponentScan({"io.liangze.database", "io.liangze.audit"})
    static class Parts {}
}
