package io.liangze.shared;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Many rows at once by PostgreSQL's COPY, inside the transaction of the caller. */
@Component
public class Copy {

    private static final int BUFFER = 1 << 17;

    private final JdbcTemplate jdbc;

    Copy(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes the rows one by one. */
    public static final class Rows {

        private final OutputStream out;
        private final StringBuilder line = new StringBuilder(512);
        private long count;

        private Rows(OutputStream out) {
            this.out = out;
        }

        /** One row; values in the order of the columns. Lists become arrays, bytes bytea, instants timestamptz. */
        public void add(@Nullable Object... values) {
            line.setLength(0);
            for (int i = 0; i < values.length; i++) {
                if (i > 0) line.append('\t');
                append(values[i]);
            }
            line.append('\n');
            try {
                out.write(line.toString().getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            count++;
        }

        private void append(@Nullable Object value) {
            switch (value) {
                case null -> line.append("\\N");
                case String text -> escape(text);
                case byte[] bytes -> HexFormat.of().formatHex(line.append("\\\\x"), bytes);
                case Enum<?> constant -> line.append(constant.name());
                case Collection<?> items -> escape(array(items));
                case Instant at -> line.append(at);
                default -> escape(value.toString());
            }
        }

        private static String array(Collection<?> items) {
            return items.stream().map(i -> '"' + i.toString().replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .collect(Collectors.joining(",", "{", "}"));
        }

        private void escape(String text) {
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                switch (c) {
                    case '\\' -> line.append("\\\\");
                    case '\t' -> line.append("\\t");
                    case '\n' -> line.append("\\n");
                    case '\r' -> line.append("\\r");
                    default -> line.append(c);
                }
            }
        }
    }

    /**
     * Copies rows into a table.
     *
     * @param target {@code table (column, …)}, a constant of ours
     * @return how many rows
     */
    public long into(String target, Consumer<Rows> rows) {
        Long count = jdbc.execute((Connection connection) -> {
            try (var copy = new PGCopyOutputStream(connection.unwrap(PGConnection.class), "copy " + target + " from stdin", BUFFER);
                 var buffer = new BufferedOutputStream(copy, BUFFER)) {
                var sink = new Rows(buffer);
                rows.accept(sink);
                return sink.count;
            } catch (IOException | UncheckedIOException e) {
                throw new SQLException(e);
            }
        });
        return count == null ? 0 : count;
    }
}
