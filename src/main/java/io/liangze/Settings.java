package io.liangze;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.resolve.DirectoryCodeResolver;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.module.SimpleModule;

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

    /** Moments leave with the office's offset, {@code 2026-11-24T09:30:00+08:00}. */
    @Bean
    JsonMapperBuilderCustomizer timesWithOffset(Clock clock) {
        return json -> json.addModule(new SimpleModule().addSerializer(Instant.class, new ValueSerializer<>() {
            @Override
            public void serialize(Instant at, JsonGenerator out, SerializationContext context) {
                out.writeString(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.atZone(clock.getZone())));
            }
        }));
    }
}
