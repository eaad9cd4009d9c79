package io.tidemark.backtest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tidemark.measure.SharedData;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Five real and made-up streams, two recipes, two losses, two label lags, three prices, against an independent prototype in Python. */
class ConformanceTest {
    private static final Map<String, RetrainingPolicy> POLICIES =
            Policies.OWN.stream().collect(Collectors.toMap(RetrainingPolicy::name, policy -> policy));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "never",
                "every1",
                "every3",
                "every6",
                "every12",
                "auc_drop3",
                "cum_gap",
                "cum_gap_gate",
                "CG_RESTORE",
                "CARA-CT_online",
                "UPF_H6",
                "DEBT",
                "DEBT_T"
            })
    void everyCellAgreesWithThePrototype(String policy) throws IOException {
        Path folder = SharedData.path("../conformance/retrain");
        Map<String, StalenessMatrix> matrices = new HashMap<>();
        int[] cells = {0};
        SharedData.forEachRow(folder.resolve("expected_policies.csv"), row -> {
            if (row.get("policy").equals(policy)) {
                cells[0]++;
                String name = row.get("set") + "_" + row.get("recipe") + ".csv";
                Loss loss = Loss.ofId(row.get("loss"));
                StalenessMatrix matrix =
                        matrices.computeIfAbsent(name + loss, key -> StalenessFile.read(folder.resolve(name), loss));
                agrees(row, matrix);
            }
        });
        assertEquals(120, cells[0]);
    }

    private static void agrees(Map<String, String> row, StalenessMatrix matrix) {
        Prices prices = Prices.ofRetrain(Double.parseDouble(row.get("c")));
        Replay replay = new Replay(matrix, Integer.parseInt(row.get("L")), prices);
        ReplayResult result = replay.run(POLICIES.get(row.get("policy")));
        ReplayResult oracle = Oracle.of(replay);
        double total = Double.parseDouble(row.get("total"));
        double best = Double.parseDouble(row.get("oracle"));
        assertEquals(times(row.get("when")), result.retrains(), row::toString);
        assertEquals(Integer.parseInt(row.get("n")), result.retrains().size(), row::toString);
        assertEquals(Integer.parseInt(row.get("restores")), result.restores().size(), row::toString);
        assertEquals(total, result.total(), 1e-9 * total, row::toString);
        assertEquals(best, oracle.total(), 1e-9 * best, row::toString);
        assertEquals(Integer.parseInt(row.get("oracle_n")), oracle.retrains().size(), row::toString);
    }

    private static List<Integer> times(String text) {
        return Arrays.stream(text.split(" "))
                .filter(time -> !time.isEmpty())
                .map(Integer::valueOf)
                .toList();
    }
}
