package io.liangze.sheet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.liangze.shared.Refusal;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Workbooks made to fill the memory: each is small when packed. */
class BombTest {

    private static final String NAMES = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" "
        + "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
    private static final String RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private static final int MANY = 300 << 20;

    @TempDir Path folder;

    /** Writes the rows of the sheet. */
    private interface Rows {
        void to(OutputStream out) throws IOException;
    }

    @Test
    void a_text_without_end_is_refused() throws IOException {
        var file = workbook(out -> {
            out.write("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>".getBytes(UTF_8));
            repeat("x", MANY, out);
            out.write("</t></is></c></row>".getBytes(UTF_8));
        });

        assertThat(flaw(file)).isEqualTo("sheet.swells");
    }

    @Test
    void a_text_in_a_million_pieces_is_refused() throws IOException {
        var file = workbook(out -> {
            out.write("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is>".getBytes(UTF_8));
            repeat("<t>0123456789</t>", MANY, out);
            out.write("</is></c></row>".getBytes(UTF_8));
        });

        assertThat(flaw(file)).isEqualTo("sheet.swells");
    }

    @Test
    void a_row_of_a_million_cells_is_refused() throws IOException {
        var file = workbook(out -> {
            out.write("<row r=\"1\">".getBytes(UTF_8));
            repeat("<c><v>1</v></c>", MANY, out);
            out.write("</row>".getBytes(UTF_8));
        });

        assertThat(flaw(file)).isEqualTo("sheet.too-many-columns");
    }

    @Test
    void what_unpacks_a_thousandfold_is_refused() throws IOException {
        var file = workbook(out -> {
            out.write(row("A", "1"));
            repeat("<row/>", MANY, out);
        });

        assertThat(flaw(file)).isEqualTo("sheet.swells");
    }

    @Test
    void a_cell_far_to_the_right_is_refused_without_making_room_for_it() throws IOException {
        var file = workbook(out -> out.write(row("ZZZZZZZZ", "1")));

        assertThat(flaw(file)).isEqualTo("sheet.too-many-columns");
    }

    @Test
    void a_number_of_a_billion_digits_stays_as_it_is_written() throws IOException {
        var file = workbook(out -> {
            out.write(row("A", "1"));
            out.write(row("A", "1E999999999"));
        });

        try (var reader = Sheets.open(file, Set.of())) {
            var row = reader.iterator().next();
            assertThat(row.cell(0)).hasSizeLessThan(20);
            assertThat(row.fault(0)).isEqualTo(Row.Fault.CUT);
        }
    }

    @Test
    void entities_are_refused() throws IOException {
        var file = zipped("<!DOCTYPE worksheet [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]>", out ->
            out.write("<row><c t=\"inlineStr\"><is><t>&b;</t></is></c></row>".getBytes(UTF_8)), List.of());

        assertThat(flaw(file)).isEqualTo("sheet.entities");
    }

    @Test
    void a_zip_of_very_many_files_is_refused() throws IOException {
        var names = java.util.stream.IntStream.range(0, Limits.ENTRIES).mapToObj("xl/%d"::formatted).toList();
        var file = zipped("", out -> out.write(row("A", "1")), names);

        assertThat(flaw(file)).isEqualTo("sheet.swells");
    }

    private Path workbook(Rows rows) throws IOException {
        return zipped("", rows, List.of());
    }

    private Path zipped(String doctype, Rows rows, List<String> more) throws IOException {
        var file = Files.createTempFile(folder, "bomb", ".xlsx");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            add(zip, "_rels/.rels", "<Relationships><Relationship Id=\"a\" Type=\"%sofficeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
                .formatted(RELATION));
            add(zip, "xl/workbook.xml", "<workbook %s><sheets><sheet name=\"a\" r:id=\"s\"/></sheets></workbook>".formatted(NAMES));
            add(zip, "xl/_rels/workbook.xml.rels", "<Relationships><Relationship Id=\"s\" Type=\"%sworksheet\" Target=\"sheet.xml\"/></Relationships>"
                .formatted(RELATION));
            for (var name : more) add(zip, name, "");
            zip.putNextEntry(new ZipEntry("xl/sheet.xml"));
            zip.write((doctype + "<worksheet %s><sheetData>".formatted(NAMES)).getBytes(UTF_8));
            rows.to(zip);
            zip.write("</sheetData></worksheet>".getBytes(UTF_8));
        }
        return file;
    }

    private static void add(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(UTF_8));
    }

    private static byte[] row(String column, String value) {
        return "<row><c r=\"%s1\"><v>%s</v></c></row>".formatted(column, value).getBytes(UTF_8);
    }

    private static void repeat(String text, int bytes, OutputStream out) throws IOException {
        var piece = text.repeat((1 << 20) / text.length()).getBytes(UTF_8);
        for (int written = 0; written < bytes; written += piece.length) out.write(piece);
    }

    private static String flaw(Path file) {
        var refusal = assertThatExceptionOfType(Refusal.class).isThrownBy(() -> {
            try (var reader = Sheets.open(file, Set.of())) {
                reader.forEach(row -> assertThat(row.cells()).isNotEmpty());
            }
        }).actual();
        return refusal.flaws().getFirst().code();
    }
}
