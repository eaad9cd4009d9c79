package io.tidemark.backtest;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * All that a policy may know after a cohort was served.
 *
 * @param known losses on the cohorts whose labels are mature, the champion's as it serves; nothing later is in it
 * @param now t, the newest cohort that was served
 * @param champion i, the model that served it
 * @param recalibrated r, the newer of the two cohorts that its level has been refitted on since; empty where it serves as trained
 * @param deployedAfter dep, the cohort after which it was deployed
 * @param archive every model that has been champion, this one included, ascending
 * @param prices what acting costs
 * @param plannedEnd the last cohort of the champion's planned life; empty where nobody knows
 */
public record Situation(
        StalenessMatrix known,
        int now,
        int champion,
        OptionalInt recalibrated,
        int deployedAfter,
        List<Integer> archive,
        Prices prices,
        OptionalInt plannedEnd) {
    public Situation {
        archive = List.copyOf(archive);
        if (!archive.contains(champion)) {
            throw new IllegalArgumentException("the champion " + champion + " is not in its archive " + archive);
        }
        if (now < known.lastCohort() || champion > known.lastCohort() || deployedAfter > now) {
            throw new IllegalArgumentException("after cohort " + now + ", with labels through " + known.lastCohort()
                    + ", there can be no model through " + champion + " deployed after " + deployedAfter);
        }
    }

    /** m, the newest cohort whose labels are mature. */
    public int newestMature() {
        return known.lastCohort();
    }

    /** L, by how many cohorts labels come late. */
    public int labelLag() {
        return now - newestMature();
    }

    /** R, cohorts that are left to be served in the planned life; infinite where its end is not known. */
    public double cohortsLeft() {
        return plannedEnd.isPresent() ? plannedEnd.getAsInt() - now : Double.POSITIVE_INFINITY;
    }

    /** The same, as if cohorts were to come for ever. */
    Situation withoutEnd() {
        return new Situation(known, now, champion, recalibrated, deployedAfter, archive, prices, OptionalInt.empty());
    }

    /** The same, were acting to cost something else. */
    public Situation at(Prices others) {
        return new Situation(known, now, champion, recalibrated, deployedAfter, archive, others, plannedEnd);
    }

    /** The same, had the champion lost something else. */
    public Situation withChampionLoss(ToDoubleFunction<StalenessCell> loss) {
        return new Situation(
                known.with(champion, loss), now, champion, recalibrated, deployedAfter, archive, prices, plannedEnd);
    }

    /** Whether there are two mature cohorts, later than the champion's training, to refit its level on. */
    public boolean canRecalibrate() {
        return newestMature() >= champion + 2;
    }

    /** q, cohorts that the champion has served whose labels are still to come. */
    public int servedButImmature() {
        return Math.min(labelLag(), now - Math.max(deployedAfter, newestMature()));
    }

    /**
     * J, the mature cohorts that the champion served and that a later model could have been trained for, in order: j = max(dep + 1, i + 2) … m. Empty
     * where there are none.
     */
    public IntStream cohortsWithGaps() {
        return IntStream.rangeClosed(Math.max(deployedAfter + 1, champion + 2), newestMature());
    }

    /**
     * The same, with those whose outcomes have come in since the champion was chosen though another model served them: j = max(dep − L + 1, i + 2)
     * … m, L as it is now.
     */
    public IntStream cohortsSinceChosen() {
        return IntStream.rangeClosed(Math.max(deployedAfter - labelLag() + 1, champion + 2), newestMature());
    }

    /** Whether the champion was trained on all that was known when it was deployed, and of cohorts that it served nothing is known yet. */
    boolean isChampionUntried() {
        return champion >= deployedAfter - labelLag() && newestMature() <= deployedAfter;
    }
}
