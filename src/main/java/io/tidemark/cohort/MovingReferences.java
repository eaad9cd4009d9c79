package io.tidemark.cohort;

import io.tidemark.cohort.Reference.Moving;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/** The references that go along with the cohort. Cohorts without applicants, and those that may not be a reference, are passed over. */
public final class MovingReferences {
    private static final String ROLLING = "rolling:";

    private MovingReferences() {}

    /** The cohort before. */
    public record Previous() implements Moving {
        @Override
        public String id() {
            return "previous";
        }

        @Override
        public DriftType driftType() {
            return DriftType.CONSECUTIVE;
        }

        @Override
        public NavigableSet<Cohort> cohortsFor(Cohort cohort, NavigableSet<Cohort> usable) {
            return last(usable.headSet(cohort, false), 1);
        }
    }

    /**
     * The last cohorts before.
     *
     * @param length how many; a cohort with fewer before it is not compared
     */
    public record Rolling(int length) implements Moving {
        public Rolling {
            if (length < 2) {
                throw new IllegalArgumentException("needs at least two cohorts; one is called previous");
            }
        }

        @Override
        public String id() {
            return ROLLING + length;
        }

        @Override
        public DriftType driftType() {
            return DriftType.ROLLING;
        }

        @Override
        public NavigableSet<Cohort> cohortsFor(Cohort cohort, NavigableSet<Cohort> usable) {
            return last(usable.headSet(cohort, false), length);
        }
    }

    /** All cohorts before. */
    public record Expanding() implements Moving {
        @Override
        public String id() {
            return "expanding";
        }

        @Override
        public DriftType driftType() {
            return DriftType.ROLLING;
        }

        @Override
        public NavigableSet<Cohort> cohortsFor(Cohort cohort, NavigableSet<Cohort> usable) {
            return usable.headSet(cohort, false);
        }
    }

    /** The same period of the year before; of days and weeks, the one 52 weeks before, so that a day meets its own weekday. */
    public record Seasonal() implements Moving {
        @Override
        public String id() {
            return "seasonal";
        }

        @Override
        public DriftType driftType() {
            return DriftType.SEASONAL;
        }

        @Override
        public NavigableSet<Cohort> cohortsFor(Cohort cohort, NavigableSet<Cohort> usable) {
            Cohort before =
                    new Cohort(cohort.granularity(), cohort.granularity().yearBefore(cohort.start()));
            return usable.subSet(before, true, before, true);
        }
    }

    private static NavigableSet<Cohort> last(NavigableSet<Cohort> before, int count) {
        NavigableSet<Cohort> last = new TreeSet<>();
        for (Cohort cohort : before.descendingSet()) {
            if (last.size() == count) {
                break;
            }
            last.add(cohort);
        }
        return last.size() == count ? last : new TreeSet<>();
    }

    /**
     * Reads {@code previous}, {@code rolling:N}, {@code expanding} or {@code seasonal}; empty for any other text.
     *
     * @throws IllegalArgumentException if N is no number of cohorts
     */
    static Optional<Reference> parse(String text) {
        if (text.startsWith(ROLLING)) {
            try {
                return Optional.of(new Rolling(Integer.parseInt(text.substring(ROLLING.length()))));
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException("needs a number of cohorts after " + ROLLING, e);
            }
        }
        return switch (text) {
            case "previous" -> Optional.of(new Previous());
            case "expanding" -> Optional.of(new Expanding());
            case "seasonal" -> Optional.of(new Seasonal());
            default -> Optional.empty();
        };
    }
}
