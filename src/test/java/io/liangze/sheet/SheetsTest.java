package io.liangze.sheet;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.liangze.shared.Refusal;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SheetsTest {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final Set<String> COLUMNS = Set.of("名称", "所在地代码");
    private static final String SHOP = "名称,所在地代码\r\n老王面馆,360121100201\r\n㙦乡饭店,\r\n";

    @TempDir Path folder;

    @Test
    void a_mark_decides_the_encoding() throws IOException {
        var utf8 = file("\uFEFF" + SHOP, UTF_8);
        var little = file("\uFEFF" + SHOP.replace(',', '\t'), UTF_16LE);
        var big = file("\uFEFF" + SHOP, UTF_16BE);

        assertThat(read(utf8)).isEqualTo(List.of(List.of("老王面馆", "360121100201"), List.of("㙦乡饭店", "")));
        assertThat(read(little)).isEqualTo(read(utf8));
        assertThat(read(big)).isEqualTo(read(utf8));
        assertThat(form(little)).isEqualTo(new SheetForm(SheetForm.Kind.CSV, UTF_16LE, true, '\t'));
    }

    @Test
    void without_a_mark_it_is_utf8_or_gb18030_with_a_known_column() throws IOException {
        var utf8 = file(SHOP, UTF_8);
        var chinese = file(SHOP, GB18030);
        var foreign = file("name,place\r\ncaf\u00e9,1\r\n", Charset.forName("ISO-8859-1"));

        assertThat(form(utf8).charset()).isEqualTo(UTF_8);
        assertThat(form(chinese).charset()).isEqualTo(GB18030);
        assertThat(read(chinese)).isEqualTo(read(utf8));
        assertThat(flaw(foreign)).isEqualTo("sheet.encoding");
    }

    @Test
    void names_of_columns_are_narrowed_and_trimmed() throws IOException {
        var file = file("　名称 ,ＡＢＣ,所在地代码\n1,2,3\n", UTF_8);

        try (var reader = Sheets.open(file, COLUMNS)) {
            assertThat(reader.header()).containsExactly("名称", "ABC", "所在地代码");
            assertThat(reader.column("所在地代码")).isEqualTo(2);
        }
    }

    @Test
    void rows_are_counted_by_the_line_on_which_they_begin() throws IOException {
        var file = file("a,b\r\n1,\"two\r\nlines\"\r\n\r\n,\r\n3,4\r\n", UTF_8);

        var numbers = new ArrayList<Integer>();
        try (var reader = Sheets.open(file, Set.of())) {
            reader.forEach(row -> numbers.add(row.number()));
        }
        assertThat(numbers).containsExactly(2, 6);
    }

    @Test
    void a_row_with_too_many_cells_is_marked_and_a_short_one_is_filled() throws IOException {
        var file = file("a,b\n1\n1,2,3\n1,2,,\n", UTF_8);

        var rows = rows(file);
        assertThat(rows.get(0).cells()).containsExactly("1", "");
        assertThat(rows.get(1).fault(2)).isEqualTo(Row.Fault.EXTRA);
        assertThat(rows.get(2).faults()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,b\n1,\"never closed\n2,3\n", "a,b\n1,\"x\"y\n", "a,b\n1,x\u0000y\n", "", "\n\n", "名称,名称\n1,2\n"})
    void a_broken_table_is_refused(String text) throws IOException {
        var file = file(text, UTF_8);

        assertThat(flaw(file)).isIn("sheet.quotes", "sheet.nul", "sheet.empty", "sheet.column-twice");
    }

    @Test
    void a_workbook_shows_days_numbers_and_faults_as_a_person_would_write_them() throws IOException {
        var file = folder.resolve("book.xlsx");
        try (var out = Files.newOutputStream(file); var book = new Workbook(out, "test", "1.0")) {
            book.newWorksheet("hidden").setVisibilityState(VisibilityState.VERY_HIDDEN);
            var sheet = book.newWorksheet("seen");
            for (int c = 0; c < 6; c++) sheet.value(0, c, "column" + c);
            sheet.value(4, 0, LocalDate.of(2029, 6, 30));
            sheet.style(4, 0).format("yyyy\"年\"m\"月\"d\"日\";@").set();
            sheet.value(4, 1, 0.1 + 0.2);
            sheet.value(4, 2, 13800000000L);
            sheet.value(4, 3, 360102199001011234L);
            sheet.value(4, 4, true);
            sheet.value(4, 5, " 文字 ");
        }

        var row = rows(file).getFirst();
        assertThat(row.number()).isEqualTo(5);
        assertThat(row.cells()).startsWith("2029-06-30", "0.3", "13800000000").endsWith("TRUE", " 文字 ");
        assertThat(row.faults()).isEqualTo(java.util.Map.of(3, Row.Fault.CUT));
    }

    @Test
    void an_error_in_a_cell_is_marked() throws IOException {
        var rows = rows(Path.of("src/test/resources/bad-input/xlsx/fastexcel-ErrorTypes.xlsx"));

        assertThat(rows).anySatisfy(row -> assertThat(row.faults()).containsValue(Row.Fault.ERROR));
    }

    @ParameterizedTest
    @EnumSource(SheetForm.Kind.class)
    void a_formula_goes_out_disarmed_and_comes_back_as_it_was(SheetForm.Kind kind) throws IOException {
        var texts = List.of("=1+1", "+8613800000000", "-2+3", "@SUM(1)", "\t=1", "'=1", "'quoted'", "＝1", "a=b", "_x0041_");
        var file = folder.resolve("table");
        var form = kind == SheetForm.Kind.CSV ? SheetForm.CSV : SheetForm.XLSX;

        try (var table = SheetWriter.to(Files.newOutputStream(file), form)) {
            table.begin(List.of("文字", "数"));
            for (var text : texts) table.row(text, -3);
        }

        assertThat(read(file)).isEqualTo(texts.stream().map(t -> List.of(t, "-3")).toList());
        if (kind == SheetForm.Kind.CSV)
            assertThat(Files.readString(file).lines().skip(1)).noneMatch(line -> "=+-@\t＝".indexOf(line.charAt(0)) >= 0);
    }

    @Test
    void rejected_rows_go_back_in_the_form_in_which_they_came() throws IOException {
        var sent = file(SHOP.replace(',', ';'), GB18030);
        var rejected = folder.resolve("rejected.csv");

        try (var reader = Sheets.open(sent, COLUMNS); var table = SheetWriter.like(reader, Files.newOutputStream(rejected))) {
            var columns = new ArrayList<>(reader.header());
            columns.addAll(List.of("行号", "原因"));
            table.begin(columns);
            for (var row : reader) table.row(row, row.number(), "所在地不存在");
        }

        assertThat(Files.readString(rejected, GB18030)).isEqualTo("""
            名称;所在地代码;行号;原因\r
            老王面馆;360121100201;2;所在地不存在\r
            㙦乡饭店;;3;所在地不存在\r
            """);
    }

    @Test
    void a_form_is_kept_as_text() {
        var form = new SheetForm(SheetForm.Kind.CSV, UTF_16LE, true, '\t');

        assertThat(SheetForm.of(form.toString())).isEqualTo(form);
    }

    @Test
    void a_long_workbook_is_read_row_by_row() throws IOException {
        var file = folder.resolve("long.xlsx");
        try (var table = SheetWriter.to(Files.newOutputStream(file), SheetForm.XLSX)) {
            table.begin(List.of("number", "day"));
            for (int i = 0; i < 30_000; i++) table.row(i, LocalDate.of(2026, 1, 1).plusDays(i));
        }

        int i = 0;
        try (var reader = Sheets.open(file, Set.of())) {
            for (var row : reader) {
                assertThat(row.cells()).containsExactly(Integer.toString(i), LocalDate.of(2026, 1, 1).plusDays(i).toString());
                i++;
            }
        }
        assertThat(i).isEqualTo(30_000);
    }

    private Path file(String text, Charset charset) throws IOException {
        return Files.write(Files.createTempFile(folder, "table", null), text.getBytes(charset));
    }

    private static SheetForm form(Path file) throws IOException {
        try (var reader = Sheets.open(file, COLUMNS)) {
            return reader.form();
        }
    }

    private static List<Row> rows(Path file) throws IOException {
        var rows = new ArrayList<Row>();
        try (var reader = Sheets.open(file, COLUMNS)) {
            reader.forEach(rows::add);
        }
        return rows;
    }

    private static List<List<String>> read(Path file) throws IOException {
        return rows(file).stream().map(row -> List.of(row.cells())).toList();
    }

    private static String flaw(Path file) {
        var refusal = assertThatExceptionOfType(Refusal.class).isThrownBy(() -> rows(file)).actual();
        return refusal.flaws().getFirst().code();
    }
}
