package io.liangze.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liangze.Given;
import io.liangze.LiangzeTest;
import io.liangze.official.GivenOfficials;
import io.liangze.official.OfficialFilter;
import io.liangze.official.Officials;
import io.liangze.region.GivenPlaces;
import io.liangze.shared.Scope;
import io.liangze.sheet.SheetForm;
import io.liangze.work.Work;
import io.liangze.work.WorkState;
import io.liangze.work.Worker;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/** An import that is killed between two batches goes on where it was: every row once, every reject once. */
@LiangzeTest
class ResumeTest {

    private static final String COUNTY = "360923000000";
    private static final int ROWS = 10_050;

    @Autowired ImportWorker worker;
    @Autowired ImportFolders folders;
    @Autowired Officials officials;
    @Autowired JsonMapper json;
    @Autowired Given given;
    @Autowired GivenPlaces places;

    @Test
    void a_killed_import_goes_on_where_it_was() throws Exception {
        places.county(COUNTY);
        var office = given.office(COUNTY);
        var upload = UUID.randomUUID();
        folders.keep(upload, new ByteArrayInputStream(file().getBytes(StandardCharsets.UTF_8)));
        var input = new ImportInput("名单.csv", upload, List.of("姓名", "手机号", "单位", "职务", "层级", "所在地代码"),
            SheetForm.CSV.toString(), false, null);
        var kept = new Kept();

        kept.killedAfter = 1;
        assertThatThrownBy(() -> worker.run(office, work(office, input, kept), kept)).isInstanceOf(Killed.class);
        assertThat(officials.count(office, OfficialFilter.ALL)).isEqualTo(4_998);
        kept.killedAfter = Integer.MAX_VALUE;
        worker.run(office, work(office, input, kept), kept);

        var figures = (Figures) kept.figures;
        assertThat(figures.read()).isEqualTo(ROWS);
        assertThat(figures.created()).isEqualTo(ROWS - 3);
        assertThat(figures.rejected()).isEqualTo(3);
        assertThat(officials.count(office, OfficialFilter.ALL)).isEqualTo(ROWS - 3);
        try (var rejects = folders.journals(kept.id).rejects()) {
            assertThat(rejects.map(Faulty::line)).containsExactly(11, 5_000, 10_051);
        }
        try (var changes = folders.journals(kept.id).changes()) {
            assertThat(changes.map(Changed::line)).hasSize(ROWS - 3).doesNotHaveDuplicates();
        }
    }

    /** Rows 11 and 5,000 have no name; the last has the number of the first. */
    private static String file() {
        var text = new StringBuilder("姓名,手机号,单位,职务,层级,所在地代码\n");
        var first = GivenOfficials.mobile();
        for (int line = 2; line <= ROWS + 1; line++)
            text.append(line == 11 || line == 5_000 ? "" : "干部" + line).append(',')
                .append(line == 2 || line == ROWS + 1 ? first : GivenOfficials.mobile())
                .append(",县政府,副县长,县,").append(COUNTY).append('\n');
        return text.toString();
    }

    private Work work(Scope scope, ImportInput input, Kept kept) {
        return new Work(kept.id, "import.officials", WorkState.RUNNING, COUNTY, scope.account(), scope.name(), json.valueToTree(input),
            json.valueToTree(kept.figures == null ? Figures.NONE : kept.figures), kept.mark, null, Instant.EPOCH, null, null);
    }

    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Keeps what was told, and dies when the next mark is due. */
    private static final class Kept implements Worker.Progress {
        private final UUID id = UUID.randomUUID();
        private int killedAfter;
        private int marks;
        private @Nullable Object figures;
        private @Nullable String mark;

        @Override
        public void show(Object shown) {
            figures = shown;
        }

        @Override
        public void keep(Object shown, String at) {
            if (marks >= killedAfter) throw new Killed();
            marks++;
            figures = shown;
            mark = at;
        }
    }
}
