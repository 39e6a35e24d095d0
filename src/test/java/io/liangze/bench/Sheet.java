package io.liangze.bench;

import io.liangze.sheet.SheetForm;
import io.liangze.sheet.SheetWriter;
import io.liangze.subject.SubjectField;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The tables that an office would send: the province's places, and its businesses with all columns of an import. */
final class Sheet {

    static final List<String> COLUMNS = Arrays.stream(SubjectField.values()).map(SubjectField::header).toList();

    private static final String PLACES = """
        select code, name, array_position(array['PROVINCE', 'CITY', 'COUNTY', 'TOWNSHIP', 'VILLAGE'], level) as level, parent as parent_code
        from place where level <> 'ZONE' and ended_on is null order by code
        """;
    private static final String BUSINESSES = "select %s from subject s where s.status in ('ACTIVE', 'SEASONAL') order by s.region, s.id"
        .formatted(Arrays.stream(SubjectField.values()).map(Sheet::column).collect(Collectors.joining(", ")));

    private Sheet() {}

    static Path places(Connection province, Path folder) throws SQLException, IOException {
        var file = folder.resolve("places.csv");
        write(province, PLACES, List.of("code", "name", "level", "parent_code"), file);
        return file;
    }

    /** @param ending csv or xlsx */
    static Path businesses(Connection province, Path folder, String ending) throws SQLException, IOException {
        var file = folder.resolve("businesses." + ending);
        write(province, BUSINESSES, COLUMNS, file);
        return file;
    }

    private static void write(Connection from, String sql, List<String> header, Path file) throws SQLException, IOException {
        if (Files.exists(file)) return;
        var form = file.toString().endsWith(".csv") ? SheetForm.CSV : SheetForm.XLSX;
        Files.createDirectories(file.getParent());
        from.setAutoCommit(false);
        try (var statement = from.createStatement();
             var sheet = SheetWriter.to(new BufferedOutputStream(Files.newOutputStream(file)), form)) {
            statement.setFetchSize(1_000);
            var rows = statement.executeQuery(sql);
            sheet.begin(header);
            var cells = new Object[header.size()];
            while (rows.next()) {
                for (int i = 0; i < cells.length; i++) cells[i] = rows.getString(i + 1);
                sheet.row(cells);
            }
        } finally {
            from.setAutoCommit(true);
        }
    }

    /** Numbers are sealed; others take their place. */
    private static String column(SubjectField field) {
        return switch (field) {
            case PHONE -> "'13' || lpad(cast(abs(hashtext(cast(s.id as text))::bigint) % 1000000000 as text), 9, '0')";
            case SEASON -> "s.season";
            case CHAIN_ROLE -> "nullif(s.chain_role, 'NONE')";
            default -> "s." + field.jsonName().replaceAll("([A-Z])", "_$1").toLowerCase(java.util.Locale.ROOT);
        };
    }
}
