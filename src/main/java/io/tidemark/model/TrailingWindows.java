package io.tidemark.model;

import io.tidemark.cohort.Cohort;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Which models a history of cohorts gives, and on which later cohorts each is judged: trained through cohort k on the {@code width} cohorts that
 * end with k, judged on every later one.
 *
 * <p>A cohort takes part if a sample of at most {@value #MOST_APPLICANTS} of it can be expected to have {@value #LEAST_RARER} or more of either
 * outcome. One that does not is neither judged on nor the last of a window, so that what models lose stands beside the same models throughout; its
 * applicants are trained on all the same. Of a long history the newest {@value #MOST_COHORTS} cohorts that take part are looked at.
 *
 * @param cohorts all whose outcomes can be known, in the order of time
 * @param width of a window in cohorts; before so many there is no model
 */
public record TrailingWindows(List<LabelledCohort> cohorts, int width) implements Serializable {
    /** How many applicants of a cohort are drawn at most: all that models are judged on, or trained on. */
    public static final int MOST_APPLICANTS = 20_000;
    /** How many of the rarer outcome a cohort has to have. */
    public static final int LEAST_RARER = 10;
    /** How many cohorts are looked at. */
    public static final int MOST_COHORTS = 60;

    public TrailingWindows {
        cohorts = List.copyOf(cohorts);
        for (int i = 1; i < cohorts.size(); i++) {
            if (cohorts.get(i).cohort().compareTo(cohorts.get(i - 1).cohort()) <= 0) {
                throw new IllegalArgumentException(cohorts.get(i).cohort().label() + " is not in the order of time");
            }
        }
        if (width < 1) {
            throw new IllegalArgumentException("a window has a cohort or more, not " + width);
        }
    }

    /** The cohorts that take part: the last ones of windows, the earliest of which is judged by nobody. */
    public NavigableSet<Cohort> taking() {
        List<Cohort> taking = new ArrayList<>();
        for (int i = width - 1; i < cohorts.size(); i++) {
            if (isEnough(cohorts.get(i))) {
                taking.add(cohorts.get(i).cohort());
            }
        }
        return new TreeSet<>(taking.subList(Math.max(0, taking.size() - MOST_COHORTS), taking.size()));
    }

    /** The cohorts that the model trained through one of those that take part is trained on. */
    public List<LabelledCohort> window(Cohort through) {
        for (int i = width - 1; i < cohorts.size(); i++) {
            if (cohorts.get(i).cohort().equals(through)) {
                return cohorts.subList(i - width + 1, i + 1);
            }
        }
        throw new IllegalArgumentException("no window ends with " + through.label());
    }

    /** The newest model that a cohort can be judged by; empty where there is none. */
    public Optional<Cohort> freshest(Cohort judged) {
        return Optional.ofNullable(taking().lower(judged));
    }

    /** How many applicants of each cohort of a window are trained on: of each the same share, so that together they are {@code most} or fewer. */
    public Map<Cohort, Integer> drawn(Cohort through, int most) {
        List<LabelledCohort> window = window(through);
        long all = window.stream().mapToLong(LabelledCohort::labelled).sum();
        Map<Cohort, Integer> drawn = new LinkedHashMap<>();
        for (LabelledCohort cohort : window) {
            drawn.put(cohort.cohort(), (int)
                    (all <= most ? cohort.labelled() : Math.floor((double) most * cohort.labelled() / all)));
        }
        return drawn;
    }

    /** The cohorts that do not take part, each with the reason. */
    public Map<Cohort, String> leftOut() {
        NavigableSet<Cohort> taking = taking();
        Map<Cohort, String> leftOut = new LinkedHashMap<>();
        for (int i = 0; i < cohorts.size(); i++) {
            LabelledCohort cohort = cohorts.get(i);
            if (!taking.contains(cohort.cohort())) {
                leftOut.put(cohort.cohort(), reason(i, cohort));
            }
        }
        return leftOut;
    }

    private String reason(int place, LabelledCohort cohort) {
        if (!isEnough(cohort)) {
            return cohort.bads() + " of its " + cohort.labelled() + " outcomes are bad: a sample of at most "
                    + MOST_APPLICANTS + " needs " + LEAST_RARER + " of either";
        }
        return place < width - 1
                ? "it is the cohort number " + (place + 1) + ", and a model is trained on " + width
                : "models are judged on the newest " + MOST_COHORTS + " cohorts";
    }

    private static boolean isEnough(LabelledCohort cohort) {
        double share = Math.min(1, (double) MOST_APPLICANTS / Math.max(1, cohort.labelled()));
        return cohort.rarer() * share >= LEAST_RARER;
    }
}
