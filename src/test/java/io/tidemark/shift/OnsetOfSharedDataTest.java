package io.tidemark.shift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.measure.SharedData;
import io.tidemark.shift.Onset.Form;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Onsets in data of others, where it is known what changed when. */
class OnsetOfSharedDataTest {
    private static SharedSeries lendingClub(List<String> numeric, List<String> categorical) throws IOException {
        return SharedSeries.read(
                SharedData.path("lending_club_2007_2011/lending_club_2007_2011.csv.gz"),
                row -> row.get("issue_d").substring(0, 7),
                19,
                numeric,
                categorical);
    }

    private static String onset(SharedSeries series, String column, String cohort) {
        Onset onset =
                series.course(column).onsetAt(series.cohorts().indexOf(cohort)).orElseThrow();
        return onset.form() + " " + series.cohorts().get(onset.cohort());
    }

    /** NannyML's fixture: everything changes with 2020-04-20, which is week 16. */
    @Test
    void theWeeklyFixtureJumpsInWeekSixteen() throws IOException {
        SharedSeries weeks = SharedSeries.read(
                SharedData.path("weekly_onset_seed167.csv.gz"),
                row -> row.get("week").length() < 2 ? "0" + row.get("week") : row.get("week"),
                10,
                List.of("f1", "f2"),
                List.of("f3", "f4"));
        for (String column : List.of("f1", "f2", "f3", "f4")) {
            assertEquals("JUMP 16", onset(weeks, column, "20"), column);
            assertEquals(2, weeks.course(column).segments().size(), column);
        }
        CohortSeries all = Stream.of("f1", "f2", "f3", "f4")
                .map(weeks::of)
                .reduce(CohortSeries::plus)
                .orElseThrow();
        assertEquals(new Onset(15, Form.JUMP), Course.of(all, 10).onsetAt(19).orElseThrow());
    }

    /** Read off the data: terms of 60 months from 2010-05, amounts beyond 25,000 from 2011-02. */
    @Test
    void lendingClubChangedItsProductsWhenItDid() throws IOException {
        SharedSeries months = lendingClub(List.of("term", "loan_amnt"), List.of());
        assertEquals("JUMP 2010-05", onset(months, "term", "2011-12"));
        assertEquals("JUMP 2011-02", onset(months, "loan_amnt", "2011-12"));
    }

    /** Unknown is 0 until 2008-03, when both are found, and empty from 2008-04 on: within the reference. */
    @Test
    void aCodingThatChangedWithinTheReferenceIsDatedThere() throws IOException {
        SharedSeries months = lendingClub(List.of("mths_since_last_delinq", "mths_since_last_record"), List.of());
        assertEquals("JUMP 2008-04", onset(months, "mths_since_last_delinq", "2009-01"));
        assertEquals("JUMP 2008-04", onset(months, "mths_since_last_delinq", "2011-12"));
        assertEquals("JUMP 2008-04", onset(months, "mths_since_last_record", "2011-12"));
    }

    /** 5 of 662 applicants left it empty in 2010-01, which is too small to matter; 25 of 682 in 2010-02. */
    @Test
    void employmentLengthsAreMissingFromTheMonthInWhichItMattered() throws IOException {
        assertEquals("JUMP 2010-02", onset(lendingClub(List.of(), List.of("emp_length")), "emp_length", "2011-12"));
    }

    /** Dates drawn at random: whatever is found is a false alarm. */
    @Test
    void randomDatesGiveNoOnset() throws IOException {
        List<String> numeric = List.of("LIMIT_BAL", "AGE", "PAY_0", "PAY_6", "BILL_AMT1", "BILL_AMT6", "PAY_AMT1");
        List<String> categorical = List.of("SEX", "EDUCATION", "MARRIAGE");
        SharedSeries days = SharedSeries.read(
                SharedData.path("taiwan_fakedate_null/taiwan_fakedate_null.csv.gz"),
                row -> row.get("apply_date"),
                20,
                numeric,
                categorical);
        assertTrue(days.cohorts().size() > 90);
        Stream.concat(numeric.stream(), categorical.stream())
                .forEach(
                        column -> assertEquals(1, days.course(column).segments().size(), column));
    }
}
