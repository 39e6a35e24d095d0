package io.liangze.shared;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
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

    private static final int BUFFER = 1 << 16;

    private final JdbcTemplate jdbc;

    Copy(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes the rows one by one. */
    public static final class Rows {

        private static final HexFormat HEX = HexFormat.of();

        private final OutputStream out;
        private final StringBuilder text = new StringBuilder(2 * BUFFER);
        private long count;

        private Rows(OutputStream out) {
            this.out = out;
        }

        /** One row; values in the order of the columns. Lists become arrays, bytes bytea, instants timestamptz. */
        public void add(@Nullable Object... values) {
            for (int i = 0; i < values.length; i++) {
                if (i > 0) text.append('\t');
                append(values[i]);
            }
            text.append('\n');
            count++;
            if (text.length() >= BUFFER) send();
        }

        private void append(@Nullable Object value) {
            switch (value) {
                case null -> text.append("\\N");
                case byte[] bytes -> HEX.formatHex(text.append("\\\\x"), bytes);
                case Enum<?> constant -> text.append(constant.name());
                case Collection<?> items -> escape(array(items));
                default -> escape(value.toString());
            }
        }

        private static String array(Collection<?> items) {
            return items.stream().map(i -> '"' + i.toString().replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .collect(Collectors.joining(",", "{", "}"));
        }

        private void escape(String value) {
            int from = 0;
            for (int i = 0; i < value.length(); i++) {
                char escaped = switch (value.charAt(i)) {
                    case '\\' -> '\\';
                    case '\t' -> 't';
                    case '\n' -> 'n';
                    case '\r' -> 'r';
                    default -> 0;
                };
                if (escaped == 0) continue;
                text.append(value, from, i).append('\\').append(escaped);
                from = i + 1;
            }
            text.append(value, from, value.length());
        }

        private void send() {
            try {
                out.write(text.toString().getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            text.setLength(0);
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
            try (var copy = new PGCopyOutputStream(connection.unwrap(PGConnection.class), "copy " + target + " from stdin", BUFFER)) {
                var sink = new Rows(copy);
                rows.accept(sink);
                sink.send();
                return sink.count;
            } catch (IOException | UncheckedIOException e) {
                throw new SQLException(e);
            }
        });
        return count == null ? 0 : count;
    }
}
