package io.tidemark.simulation;

import io.tidemark.profile.Profile;
import io.tidemark.shift.FeatureShift;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/** Histories with nothing planted, and with shifts of known sizes, through every rule. */
public final class Simulation {
    private static final List<Shape> SHAPES = Shape.all();
    /** One feature in so many is shifted; no multiple of the number of shapes, so that all of them are. */
    private static final int SHIFTED = 5;
    /** Odd and large, so that seeds that are near each other, as users choose them, share no replay. It is that of SplitMix64. */
    private static final long MIXER = 0x9E3779B97F4A7C15L;
    /** A history with nothing planted. */
    static final double NOTHING = 0;

    private final SimulationPlan plan;
    private final List<Contender> contenders = new ArrayList<>();

    private Simulation(SimulationPlan plan) {
        this.plan = plan;
        contenders.add(new TidemarkRule());
        contenders.addAll(Contenders.others());
    }

    /**
     * What a replay came to.
     *
     * @param outcomes by rule
     * @param quiet the evidence of features without a shift, and of those with one: the less, the stronger
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Replay(Map<String, Outcome> outcomes, double[] quiet, double[] shifted) {}

    /**
     * Simulates, on all cores.
     *
     * @param progress is told what is being done
     */
    public static SimulationResult run(SimulationPlan plan, Consumer<String> progress) {
        Simulation simulation = new Simulation(plan);
        Map<Double, Map<String, Outcome>> outcomes = new LinkedHashMap<>();
        Map<Double, double[]> evidence = new LinkedHashMap<>();
        List<Double> sizes = new ArrayList<>(List.of(NOTHING));
        sizes.addAll(plan.sizes());
        for (double size : sizes) {
            progress.accept(size == NOTHING ? "nothing planted" : "a PSI of " + size + " planted");
            List<Replay> replays = IntStream.range(0, plan.replays())
                    .parallel()
                    .mapToObj(replay -> simulation.replay(size, replay))
                    .toList();
            Map<String, Outcome> sums = new LinkedHashMap<>();
            replays.forEach(
                    replay -> replay.outcomes().forEach((rule, outcome) -> sums.merge(rule, outcome, Outcome::plus)));
            outcomes.put(size, sums);
            evidence.put(
                    size,
                    replays.stream()
                            .flatMapToDouble(
                                    replay -> Arrays.stream(size == NOTHING ? replay.quiet() : replay.shifted()))
                            .sorted()
                            .toArray());
        }
        return new SimulationResult(plan, outcomes, evidence);
    }

    private Replay replay(double size, int number) {
        UniformRandomProvider random = random(size, number);
        List<History> histories = new ArrayList<>();
        for (int feature = 0; feature < plan.features(); feature++) {
            histories.add(history(feature, size, random));
        }
        boolean[] isShifted = new boolean[plan.features()];
        for (int feature = 0; feature < isShifted.length; feature++) {
            isShifted[feature] = histories.get(feature).isShifted();
        }
        Map<String, Outcome> outcomes = new LinkedHashMap<>();
        contenders.forEach(rule -> outcomes.put(rule.name(), Outcome.of(rule.alarms(histories), isShifted)));
        return new Replay(outcomes, evidence(histories, false), evidence(histories, true));
    }

    /** One for each replay. From one number, since of several the generator takes as many as its state has and leaves the others. */
    private UniformRandomProvider random(double size, int number) {
        long seed = MIXER * (MIXER * plan.seed() + Double.doubleToLongBits(size)) + number;
        return RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
    }

    private History history(int feature, double size, UniformRandomProvider random) {
        Shape shape = SHAPES.get(feature % SHAPES.size());
        boolean isShifted = size > NOTHING && feature % SHIFTED == 0;
        Shape after = isShifted ? shape.shiftedBy(size) : shape;
        List<Profile> reference = draw(shape, plan.referenceCohorts(), random);
        return History.of(shape.feature(feature), reference, draw(after, plan.cohorts(), random), isShifted);
    }

    private List<Profile> draw(Shape shape, int cohorts, UniformRandomProvider random) {
        List<Profile> drawn = new ArrayList<>();
        for (int i = 0; i < cohorts; i++) {
            drawn.add(shape.draw(plan.applicants(), random));
        }
        return drawn;
    }

    private static double[] evidence(List<History> histories, boolean isShifted) {
        return histories.stream()
                .filter(history -> history.isShifted() == isShifted)
                .flatMap(history -> history.shifts().stream())
                .mapToDouble(Simulation::evidence)
                .toArray();
    }

    private static double evidence(FeatureShift shift) {
        return shift.pValue().orElse(1);
    }
}
