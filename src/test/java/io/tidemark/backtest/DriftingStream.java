package io.tidemark.backtest;

import io.tidemark.model.LogisticRecalibration;
import io.tidemark.model.Midranks;
import io.tidemark.model.ScoredOutcomes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** A stream of made-up applicants, logistic regressions trained through each of its cohorts, and what they lose on later ones. */
final class DriftingStream {
    private static final int[] COHORTS = {24, 30, 36};
    private static final int[] WINDOWS = {3, 6, 9};
    private static final int[] APPLICANTS = {500, 1000, 2000};
    private static final double RIDGE = 1;
    private static final int NEWTON_STEPS = 6;

    private final int window;
    private final double[][][] features;
    private final boolean[][] bad;

    private DriftingStream(int window, double[][][] features, boolean[][] bad) {
        this.window = window;
        this.features = features;
        this.bad = bad;
    }

    /** The same stream for the same seed; length, training window and size of cohorts are drawn as well. */
    static DriftingStream of(Drift drift, long seed) {
        Random random = new Random(31 * seed + drift.name().hashCode());
        random.nextInt();
        int cohorts = COHORTS[random.nextInt(3)];
        int window = WINDOWS[random.nextInt(3)];
        int applicants = APPLICANTS[random.nextInt(3)];
        double[][][] features = new double[cohorts][applicants][];
        boolean[][] bad = new boolean[cohorts][applicants];
        Drift.Regime[] regimes = drift.regimes(cohorts, random);
        for (int cohort = 0; cohort < cohorts; cohort++) {
            for (int row = 0; row < applicants; row++) {
                double[] person = person(regimes[cohort], random);
                double odds = logit(person, regimes[cohort].intercept, regimes[cohort].coefficients);
                bad[cohort][row] = random.nextDouble() < 1 / (1 + Math.exp(-odds));
                if (regimes[cohort].broken) {
                    person[1] = 0;
                }
                features[cohort][row] = person;
            }
        }
        return new DriftingStream(window, features, bad);
    }

    /** Features with the constant 1 in front. */
    private static double[] person(Drift.Regime regime, Random random) {
        double[] person = new double[Drift.FEATURES + 1];
        person[0] = 1;
        for (int k = 1; k < person.length; k++) {
            person[k] = regime.means[k - 1] + random.nextGaussian();
        }
        return person;
    }

    private static double logit(double[] person, double intercept, double[] coefficients) {
        double sum = intercept;
        for (int k = 0; k < coefficients.length; k++) {
            sum += coefficients[k] * person[k + 1];
        }
        return sum;
    }

    StalenessMatrix matrix(Loss loss) {
        int first = window - 1;
        int cohorts = features.length;
        double[][] models = new double[cohorts][];
        for (int model = first; model < cohorts - 1; model++) {
            models[model] = fitted(model);
        }
        List<StalenessCell> cells = new ArrayList<>();
        Map<List<Integer>, LogisticRecalibration> refits = loss == Loss.BRIER ? refits(models) : Map.of();
        for (int cohort = first + 1; cohort < cohorts; cohort++) {
            Judged fresh = judged(models[cohort - 1], cohort);
            for (int model = first; model < cohort; model++) {
                Judged stale = judged(models[model], cohort);
                SortedMap<Integer, Double> recalibrated = new TreeMap<>();
                ScoredOutcomes outcomes = new ScoredOutcomes(bad[cohort], chances(models[model], cohort));
                for (int refit = model + 2; refit < cohort; refit++) {
                    LogisticRecalibration line = refits.get(List.of(model, refit));
                    if (line != null) {
                        recalibrated.put(refit, line.brier(outcomes));
                    }
                }
                cells.add(new StalenessCell(
                        model,
                        cohort,
                        loss == Loss.BRIER ? stale.brier : 1 - stale.auc,
                        stale.auc,
                        stale.gapError(fresh, loss),
                        recalibrated));
            }
        }
        return StalenessMatrix.of(cells);
    }

    /** Logistic regression on the window that ends with a cohort, by Newton's method. */
    private double[] fitted(int last) {
        double[] model = new double[Drift.FEATURES + 1];
        for (int step = 0; step < NEWTON_STEPS; step++) {
            RidgeRegression working = new RidgeRegression(model.length, RIDGE);
            for (int cohort = last - window + 1; cohort <= last; cohort++) {
                for (int row = 0; row < features[cohort].length; row++) {
                    double[] person = features[cohort][row];
                    double odds = product(person, model);
                    double chance = 1 / (1 + Math.exp(-odds));
                    double root = Math.sqrt(Math.max(chance * (1 - chance), 1e-6));
                    double[] weighted = new double[person.length];
                    for (int k = 0; k < person.length; k++) {
                        weighted[k] = root * person[k];
                    }
                    double outcome = bad[cohort][row] ? 1 : 0;
                    working.add(weighted, root * odds + (outcome - chance) / root);
                }
            }
            model = working.coefficients();
        }
        return model;
    }

    private static double product(double[] a, double[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += a[k] * b[k];
        }
        return sum;
    }

    /** By model, and the newer of the two cohorts that its level is refitted on. */
    private Map<List<Integer>, LogisticRecalibration> refits(double[][] models) {
        Map<List<Integer>, LogisticRecalibration> refits = new HashMap<>();
        for (int model = window - 1; model < models.length; model++) {
            for (int refit = model + 2; refit < models.length; refit++) {
                List<ScoredOutcomes> cohorts = new ArrayList<>();
                for (int cohort = refit - 1; cohort <= refit; cohort++) {
                    cohorts.add(new ScoredOutcomes(bad[cohort], chances(models[model], cohort)));
                }
                List<Integer> place = List.of(model, refit);
                LogisticRecalibration.on(cohorts).ifPresent(line -> refits.put(place, line));
            }
        }
        return refits;
    }

    private Judged judged(double[] model, int cohort) {
        return Judged.of(chances(model, cohort), bad[cohort]);
    }

    private double[] chances(double[] model, int cohort) {
        double[] chances = new double[features[cohort].length];
        for (int row = 0; row < chances.length; row++) {
            chances[row] = 1 / (1 + Math.exp(-product(features[cohort][row], model)));
        }
        return chances;
    }

    /** A model on a cohort. */
    private static final class Judged {
        private final double brier;
        private final double auc;
        /** Squared error by applicant. */
        private final double[] squares;
        /** DeLong's: for a bad applicant the share of good ones ranked below, for a good one the share of bad ones above. */
        private final double[] placements;

        private final boolean[] bad;

        private Judged(double brier, double auc, double[] squares, double[] placements, boolean[] bad) {
            this.brier = brier;
            this.auc = auc;
            this.squares = squares;
            this.placements = placements;
            this.bad = bad;
        }

        static Judged of(double[] chances, boolean[] bad) {
            int rows = chances.length;
            double[] squares = new double[rows];
            double sum = 0;
            int bads = 0;
            for (int row = 0; row < rows; row++) {
                squares[row] = Math.pow(chances[row] - (bad[row] ? 1 : 0), 2);
                sum += squares[row];
                bads += bad[row] ? 1 : 0;
            }
            double[] ranks = Midranks.of(chances);
            double[] among = amongEqual(chances, bad);
            double[] placements = new double[rows];
            double auc = 0;
            for (int row = 0; row < rows; row++) {
                double others = ranks[row] - among[row];
                placements[row] = bad[row] ? others / (rows - bads) : 1 - others / bads;
                auc += bad[row] ? placements[row] / bads : 0;
            }
            return new Judged(sum / rows, auc, squares, placements, bad);
        }

        /** Ranks among applicants of the same outcome. */
        private static double[] amongEqual(double[] chances, boolean[] bad) {
            double[] among = new double[chances.length];
            for (boolean outcome : new boolean[] {true, false}) {
                int[] rows = IntStream.range(0, bad.length)
                        .filter(row -> bad[row] == outcome)
                        .toArray();
                double[] ranks = Midranks.of(
                        Arrays.stream(rows).mapToDouble(row -> chances[row]).toArray());
                for (int k = 0; k < rows.length; k++) {
                    among[rows[k]] = ranks[k];
                }
            }
            return among;
        }

        /** Standard error of the difference to another model on the same applicants. */
        double gapError(Judged other, Loss loss) {
            if (loss == Loss.BRIER) {
                return Math.sqrt(varianceOfMean(squares, other.squares, row -> true));
            }
            return Math.sqrt(varianceOfMean(placements, other.placements, row -> bad[row])
                    + varianceOfMean(placements, other.placements, row -> !bad[row]));
        }

        private static double varianceOfMean(double[] a, double[] b, IntPredicate rows) {
            double[] differences = IntStream.range(0, a.length)
                    .filter(rows)
                    .mapToDouble(row -> a[row] - b[row])
                    .toArray();
            double mean = Arrays.stream(differences).average().orElse(0);
            double squares = Arrays.stream(differences)
                    .map(difference -> Math.pow(difference - mean, 2))
                    .sum();
            return squares / (differences.length - 1) / differences.length;
        }
    }
}
