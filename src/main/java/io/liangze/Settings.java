package io.liangze;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.resolve.DirectoryCodeResolver;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The few beans that belong to no module. */
@Configuration
class Settings {

    /** Compiled with the product; in {@code ./liangze dev} from the sources, anew whenever one has changed. */
    @Bean
    TemplateEngine templates(@Value("${liangze.sources:}") String sources) {
        if (sources.isEmpty()) return TemplateEngine.createPrecompiled(ContentType.Html);
        var engine = TemplateEngine.create(new DirectoryCodeResolver(Path.of(sources, "jte")),
            Path.of(sources, "../../target/dev-templates").normalize(), ContentType.Html, getClass().getClassLoader());
        engine.setTrimControlStructures(true);
        return engine;
    }

    /** Ticks in microseconds, as PostgreSQL stores: else a second answer differs from the first. */
    @Bean
    Clock clock() {
        return Clock.tick(Clock.system(ZoneId.of("Asia/Shanghai")), Duration.ofNanos(1_000));
    }
}
