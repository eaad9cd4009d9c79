package io.tidemark.spark.joint;

import io.tidemark.feature.Feature;
import io.tidemark.model.Applicant;
import io.tidemark.model.ChanceBand;
import io.tidemark.model.Encoding;
import io.tidemark.model.ReweightedPerformance;
import io.tidemark.shift.CorrelationChange;
import io.tidemark.shift.DomainModel;
import io.tidemark.shift.DomainShift;
import io.tidemark.shift.DomainShift.FeatureShare;
import io.tidemark.shift.DomainShift.UnlikeApplicant;
import io.tidemark.shift.JointShift;
import io.tidemark.spark.joint.NumbersStudy.NumbersShift;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;

/** All features of cohorts at once, beside one reference: what is learned from the reference is learned once. */
final class JointStudy {
    /** Applicants that a cohort and the reference have to have. */
    static final int LEAST_ROWS = 100;

    private static final int MOST_CELLS = 4_000_000;
    private static final int MOST_TOP = 10;
    private static final int MOST_UNLIKE = 10;

    private final List<Feature> features;
    private final DomainClassifier classifier;
    private final DomainModel model;
    private final Encoding encoding;
    private final List<Applicant> sampled;
    private final double[][] reference;
    private final int[] numbers;
    private final double spread;
    private final Executor threads;
    private final Optional<NumbersStudy> ofNumbers;

    /**
     * Learns from the reference.
     *
     * @param sample of the reference, {@value #LEAST_ROWS} applicants or more
     * @param knownSpread of chance, if an earlier run has seen it
     * @param threads for what is learned at once: while MLlib loads its classes and plans its jobs, the cores have little to do
     */
    JointStudy(
            SparkSession session,
            List<Feature> features,
            DomainClassifier classifier,
            DomainModel model,
            List<Applicant> sample,
            OptionalDouble knownSpread,
            Executor threads) {
        this.features = features;
        this.classifier = classifier;
        this.model = model;
        this.encoding = Encoding.of(features, sample, 1);
        this.sampled = sample;
        this.reference = encoded(sample);
        this.numbers = encoding.amounts();
        this.threads = threads;
        this.ofNumbers = numbers.length < JointShift.LEAST_NUMBERS ? Optional.empty() : Optional.of(ofNumbers(session));
        this.spread = knownSpread.orElseGet(() -> classifier.spread(reference));
    }

    private NumbersStudy ofNumbers(SparkSession session) {
        List<String> names = features.stream()
                .filter(feature -> feature.kind().isNumeric())
                .map(Feature::name)
                .toList();
        return new NumbersStudy(
                JavaSparkContext.fromSparkContext(session.sparkContext()), names, amounts(reference), threads);
    }

    /** A cohort, from a sample of {@value #LEAST_ROWS} applicants or more. */
    JointShift shift(List<Applicant> sample) {
        double[][] current = encoded(sample);
        Optional<CompletableFuture<NumbersShift>> numbersShift =
                ofNumbers.map(study -> CompletableFuture.supplyAsync(() -> study.shift(amounts(current)), threads));
        DomainClassifier.Told told = classifier.tell(reference, current);
        DomainShift domain = domain(sample, current, told);
        Optional<NumbersShift> shifted = numbersShift.map(CompletableFuture::join);
        List<CorrelationChange> changes =
                shifted.map(NumbersShift::correlations).orElse(List.of());
        return new JointShift(
                current.length,
                reference.length,
                features.size(),
                domain,
                shifted.map(NumbersShift::reconstruction),
                changes.stream().limit(MOST_TOP).toList(),
                changes.stream().max(Comparator.comparingDouble(CorrelationChange::size)),
                reweighted(told, current.length));
    }

    /** What the champion would have done on the reference, had its applicants been such as the cohort's; empty where outcomes or scores are not known. */
    private Optional<ReweightedPerformance> reweighted(DomainClassifier.Told told, int size) {
        int[] known = IntStream.range(0, reference.length)
                .filter(i -> sampled.get(i).bad() != null
                        && !Double.isNaN(sampled.get(i).score()))
                .toArray();
        boolean[] bad = new boolean[known.length];
        for (int i = 0; i < known.length; i++) {
            bad[i] = sampled.get(known[i]).bad();
        }
        return known.length == 0
                ? Optional.empty()
                : Optional.of(ReweightedPerformance.of(
                        bad,
                        Arrays.stream(known)
                                .mapToDouble(i -> sampled.get(i).score())
                                .toArray(),
                        Arrays.stream(known)
                                .mapToDouble(i -> told.ofReference()[i])
                                .toArray(),
                        reference.length,
                        size));
    }

    private double[][] encoded(List<Applicant> sample) {
        // A sample is in the order of hashes: its first part is a sample as well.
        int most = Math.max(LEAST_ROWS, MOST_CELLS / encoding.width());
        return encoding.encode(sample.subList(0, Math.min(most, sample.size())));
    }

    private double[][] amounts(double[][] rows) {
        double[][] amounts = new double[rows.length][numbers.length];
        for (int row = 0; row < rows.length; row++) {
            for (int i = 0; i < numbers.length; i++) {
                amounts[row][i] = rows[row][numbers[i]];
            }
        }
        return amounts;
    }

    private DomainShift domain(List<Applicant> sample, double[][] current, DomainClassifier.Told told) {
        List<UnlikeApplicant> unlike = IntStream.range(0, current.length)
                .filter(i -> sample.get(i).entity() != null)
                .mapToObj(i -> new UnlikeApplicant(sample.get(i).entity(), told.probabilities()[i]))
                .sorted(Comparator.comparingDouble(UnlikeApplicant::probability)
                        .reversed()
                        .thenComparing(UnlikeApplicant::entity))
                .limit(MOST_UNLIKE)
                .toList();
        return new DomainShift(
                model,
                told.auc(),
                ChanceBand.of(spread, current.length, reference.length),
                spread,
                top(told.importance()),
                unlike);
    }

    private List<FeatureShare> top(double[] importance) {
        Map<String, Double> byFeature = new LinkedHashMap<>();
        double total = 0;
        for (int column = 0; column < importance.length; column++) {
            byFeature.merge(encoding.feature(column).name(), importance[column], Double::sum);
            total += importance[column];
        }
        List<FeatureShare> shares = new ArrayList<>();
        for (Map.Entry<String, Double> feature : byFeature.entrySet()) {
            if (feature.getValue() > 0) {
                shares.add(new FeatureShare(feature.getKey(), feature.getValue() / total));
            }
        }
        return shares.stream()
                .sorted(Comparator.comparingDouble(FeatureShare::share).reversed())
                .limit(MOST_TOP)
                .toList();
    }
}
