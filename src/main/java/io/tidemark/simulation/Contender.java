package io.tidemark.simulation;

import java.util.List;

/** A rule that raises alarms: Tidemark's own, or another tool's as its documentation states it. */
interface Contender {
    /** Its name in the report. */
    String name();

    /** Whether each feature raises an alarm in each cohort after the reference. */
    boolean[][] alarms(List<History> features);
}
