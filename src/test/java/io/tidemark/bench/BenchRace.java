package io.tidemark.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Warms contenders up, then runs them by turns, so that a slow minute of the machine falls on all of them; no rounds, no times. */
final class BenchRace {
    private BenchRace() {}

    static List<BenchTimes> run(List<BenchContender> contenders, int rounds) {
        if (rounds == 0) {
            return List.of();
        }
        List<List<Double>> seconds = new ArrayList<>();
        for (BenchContender contender : contenders) {
            seconds.add(new ArrayList<>());
            for (int i = 0; i < contender.warmUps(); i++) {
                say("warm-up", contender, contender.seconds());
            }
        }
        for (int round = 1; round <= rounds; round++) {
            for (int i = 0; i < contenders.size(); i++) {
                BenchContender contender = contenders.get(i);
                if (round <= contender.most()) {
                    double taken = contender.seconds();
                    seconds.get(i).add(taken);
                    say("round " + round, contender, taken);
                }
            }
        }
        List<BenchTimes> times = new ArrayList<>();
        for (int i = 0; i < contenders.size(); i++) {
            times.add(new BenchTimes(contenders.get(i).key(), contenders.get(i).what(), seconds.get(i)));
        }
        return times;
    }

    private static void say(String when, BenchContender contender, double seconds) {
        System.out.printf(Locale.ROOT, "%-8s %-18s %7.2f s%n", when, contender.key(), seconds);
    }
}
