package io.tidemark.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** How far a recommendation can be relied on. */
final class Assurance {
    private Assurance() {}

    static List<String> of(Case given, Optional<Balance> balance) {
        List<String> sentences = new ArrayList<>();
        if (balance.isEmpty() || given.live().isEmpty()) {
            return sentences;
        }
        RetrainingEvidence known = given.evidence().retraining().orElseThrow();
        Balance figures = balance.get();
        if (figures.confidence().isPresent()) {
            sentences.add("the debt exceeds the price of a retrain with a chance of "
                    + Figures.chance(figures.confidence().getAsDouble()));
        }
        if (figures.expectedSaving().isPresent()) {
            double saving = figures.expectedSaving().getAsDouble();
            sentences.add("acting now is expected to " + (saving < 0 ? "cost " : "save ")
                    + known.costs().said(Math.abs(saving)) + " of "
                    + known.costs().lossName() + " within " + Figures.cohorts(known.horizon())
                    + (known.plannedEnd().isPresent() ? " of planned life" : ", its price included"));
        }
        replayed(known, given).ifPresent(sentences::add);
        sentences.add("what newer models lose is seen in models of the recipe '"
                + known.shadows().orElseThrow().recipe() + "', the champion's stand-in among them");
        if (known.costs().basis() == Costs.Basis.ASSUMED) {
            sentences.add("the price of a retrain, " + Figures.number(figures.retrainCost()) + ", is assumed: "
                    + known.costs().assumption() + "; give --cost or --money");
        }
        return sentences;
    }

    private static Optional<String> replayed(RetrainingEvidence known, Case given) {
        if (known.replay().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of("replayed over this history, above the best that hindsight could do: "
                + known.replay().stream()
                        .map(rule -> rule.policy() + " " + Figures.percent(rule.overOracle()))
                        .collect(Collectors.joining(", "))
                + "; decided by " + given.evidence().rule().name());
    }

    /** Up to which price it holds: with a price that nobody named, that is the part of the answer to go by. */
    static String inHeadline(Case given, Action action, Optional<Balance> balance) {
        boolean isAssumed = given.evidence()
                .retraining()
                .filter(known -> known.costs().basis() == Costs.Basis.ASSUMED)
                .isPresent();
        if (!isAssumed || balance.isEmpty() || balance.get().breakEvenCost().isEmpty()) {
            return "";
        }
        String price = Figures.number(balance.get().breakEvenCost().getAsDouble());
        return switch (action) {
            case RETRAIN -> "; that price is assumed, and a new model pays up to one of " + price;
            case KEEP, WATCH -> "; that price is assumed, and acting pays below one of " + price;
            default -> "";
        };
    }
}
