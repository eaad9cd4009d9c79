package io.tidemark.spark.outcome;

import io.tidemark.Version;
import io.tidemark.cohort.Calendar;
import io.tidemark.cohort.Cohort;
import io.tidemark.cohort.Reference.FixedWindow;
import io.tidemark.config.MonitorConfig;
import io.tidemark.config.OutcomeConfig;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * The cohorts from which it is learned what scores are measured by.
 *
 * @param cohorts in the order of time; may be none
 */
record GaugeCohorts(SortedSet<Cohort> cohorts) {
    /**
     * The mature cohorts of the deciding reference or, where that is no window or has none, the first mature cohorts as many as a year has.
     *
     * @param mature cohorts whose outcomes are known; without a label any cohort will do
     */
    static GaugeCohorts among(Collection<Cohort> mature, Calendar calendar) {
        SortedSet<Cohort> within = mature.stream()
                .filter(cohort -> calendar.references().get(0) instanceof FixedWindow window
                        && window.span().contains(cohort.start())
                        && window.span().contains(cohort.window().to()))
                .filter(cohort -> !calendar.isQuarantined(cohort))
                .collect(Collectors.toCollection(TreeSet::new));
        if (!within.isEmpty() || mature.isEmpty()) {
            return new GaugeCohorts(within);
        }
        SortedSet<Cohort> all = new TreeSet<>(mature);
        LocalDate end = all.first().start().plusYears(1);
        all.removeIf(cohort -> !cohort.start().isBefore(end));
        return new GaugeCohorts(all);
    }

    /** SHA-256 of all that decides how a cohort's applicants are measured, but for the applicants themselves. */
    String measuredBy(MonitorConfig config) {
        OutcomeConfig outcomes = config.outcomes();
        return DigestUtils.sha256Hex(List.of(
                        Version.text(),
                        String.valueOf(outcomes.label()),
                        outcomes.bad(),
                        outcomes.maturity().text(),
                        outcomes.models(),
                        new TreeSet<>(outcomes.protectedKeys()),
                        config.columns().segments(),
                        config.granularity(),
                        config.references().get(0).id(),
                        config.quarantine(),
                        config.binRule().count(),
                        outcomes.models().stream()
                                .map(model -> config.binRule().edges().getOrDefault(model.name(), List.of()))
                                .toList(),
                        config.smoothing(),
                        config.together(),
                        cohorts)
                .toString());
    }
}
