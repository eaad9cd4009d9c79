package io.tidemark.sample;

import java.util.List;

/** Which models' scores are in the table. */
public enum ScoreColumns {
    /** {@code pd_score} alone, as usual. */
    CHAMPION,
    /** Also {@code pd_new}, which changes no other column. */
    CHAMPION_AND_CHALLENGER;

    /** The columns beyond the usual ones. */
    List<SampleColumn> further() {
        return this == CHAMPION
                ? List.of()
                : List.of(new SampleColumn(
                        Challenger.COLUMN,
                        ColumnType.DOUBLE,
                        "probability",
                        "a challenger's probability of default: the true one, with an error of standard deviation "
                                + Challenger.LOGIT_ERROR + " in its logit"));
    }
}
