package io.liangze.shared;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.function.Consumer;
import java.util.regex.Pattern;
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

        private static final HexFormat HEX = HexFormat.of();
        private static final Pattern SPECIAL = Pattern.compile("[\\\\\t\n\r]");

        private final Writer out;
        private long count;

        private Rows(Writer out) {
            this.out = out;
        }

        /** One row; values in the order of the columns. Lists become arrays, bytes bytea, instants timestamptz. */
        public void add(@Nullable Object... values) {
            try {
                for (int i = 0; i < values.length; i++) {
                    if (i > 0) out.write('\t');
                    write(values[i]);
                }
                out.write('\n');
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            count++;
        }

        private void write(@Nullable Object value) throws IOException {
            switch (value) {
                case null -> out.write("\\N");
                case byte[] bytes -> HEX.formatHex(out.append("\\\\x"), bytes);
                case Enum<?> constant -> out.write(constant.name());
                case Collection<?> items -> out.write(escaped(array(items)));
                default -> out.write(escaped(value.toString()));
            }
        }

        private static String array(Collection<?> items) {
            return items.stream().map(i -> '"' + i.toString().replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .collect(Collectors.joining(",", "{", "}"));
        }

        private static String escaped(String text) {
            return SPECIAL.matcher(text).replaceAll(found -> switch (found.group().charAt(0)) {
                case '\t' -> "\\\\t";
                case '\n' -> "\\\\n";
                case '\r' -> "\\\\r";
                default -> "\\\\\\\\";
            });
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
                 var out = new BufferedWriter(new OutputStreamWriter(copy, StandardCharsets.UTF_8), BUFFER)) {
                var sink = new Rows(out);
                rows.accept(sink);
                return sink.count;
            } catch (IOException | UncheckedIOException e) {
                throw new SQLException(e);
            }
        });
        return count == null ? 0 : count;
    }
}
