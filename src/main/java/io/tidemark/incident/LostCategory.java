package io.tidemark.incident;

import io.tidemark.feature.Bin;
import io.tidemark.feature.BinKind;
import io.tidemark.measure.Contingency;
import io.tidemark.profile.Profile;
import io.tidemark.shift.FeatureStudy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Nobody carries a value that one percent or more of the reference carries, though twenty or more applicants were expected to. */
final class LostCategory implements IncidentRule {
    private static final double LEAST_SHARE = 0.01;
    private static final double EXPECTED = 20;

    @Override
    public IncidentKind kind() {
        return IncidentKind.LOST_CATEGORY;
    }

    @Override
    public Optional<Observation> observe(FeatureStudy study, Profile current) {
        Contingency table = study.compare(current).contingency();
        List<String> lost = new ArrayList<>();
        double share = 0;
        for (int i = 0; i < table.size(); i++) {
            Bin bin = table.bin(i);
            double before = table.referenceShare(i);
            if (bin.kind() == BinKind.VALUE
                    && table.current(i) == 0
                    && before >= LEAST_SHARE
                    && before * table.currentTotal() >= EXPECTED) {
                lost.add("'" + bin.value() + "'");
                share += before;
            }
        }
        if (lost.isEmpty()) {
            return Optional.empty();
        }
        String sentence = "nobody has " + study.feature().name() + " " + String.join(", ", lost) + " any more, "
                + Words.percent(share) + " of the reference had";
        return Optional.of(new Observation(0, share, sentence));
    }
}
