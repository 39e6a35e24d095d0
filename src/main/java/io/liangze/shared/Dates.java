package io.liangze.shared;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.module.SimpleModule;

/** Dates and times that others send: ISO, of the years 1 to 9999, so that reckoning with them never leaves the calendar. */
@Configuration
class Dates implements WebMvcConfigurer {

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(new DateOfQuery());
    }

    @Bean
    JacksonModule datesInJson() {
        return new SimpleModule("dates")
            .addDeserializer(LocalDate.class, new InJson<>(LocalDate.class, LocalDate::parse))
            .addDeserializer(OffsetDateTime.class, new InJson<>(OffsetDateTime.class, OffsetDateTime::parse));
    }

    private static <T extends TemporalAccessor> T plain(T read) {
        if (read.get(ChronoField.YEAR) < 1 || read.get(ChronoField.YEAR) > 9999) throw new DateTimeException("year 1..9999: " + read);
        return read;
    }

    private static final class DateOfQuery implements Converter<String, LocalDate> {

        @Override
        public @Nullable LocalDate convert(String text) {
            return text.isBlank() ? null : plain(LocalDate.parse(text.strip()));
        }
    }

    private static final class InJson<T extends TemporalAccessor> extends StdScalarDeserializer<T> {

        private final transient Function<String, T> parse;

        InJson(Class<T> type, Function<String, T> parse) {
            super(type);
            this.parse = parse;
        }

        @Override
        @SuppressWarnings("unchecked")
        public T deserialize(JsonParser parser, DeserializationContext context) {
            var text = parser.getValueAsString("");
            try {
                return plain(parse.apply(text));
            } catch (DateTimeException unfit) {
                return (T) context.handleWeirdStringValue(handledType(), text, "no date of the years 1 to 9999");
            }
        }
    }
}
