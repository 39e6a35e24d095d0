package io.liangze.board;

import static org.assertj.core.api.Assertions.assertThat;

import io.liangze.shared.Grade;
import io.liangze.tally.Count;
import io.liangze.tally.Measure;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class AddingTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final String COUNTY = "360121000000";

    @Test
    void problems_of_subjects_that_have_ended_count_for_the_place_and_for_no_grade() {
        var adding = new Adding(List.of(new Count(COUNTY, Grade.C, Measure.PROBLEMS_CLOSED, "", 5),
            new Count(COUNTY, null, Measure.PROBLEMS_CLOSED, "", 2)), TODAY);

        assertThat(adding.figures(COUNTY, null).problems().closed()).isEqualTo(7);
        assertThat(adding.figures(COUNTY, Grade.C).problems().closed()).isEqualTo(5);
    }
}
