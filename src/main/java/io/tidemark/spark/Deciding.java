package io.tidemark.spark;

import io.tidemark.cohort.Cohort;
import io.tidemark.config.MonitorConfig;
import io.tidemark.model.ScoredModel;
import io.tidemark.policy.CohortSummary;
import io.tidemark.policy.Evidence;
import io.tidemark.policy.MonitorPolicy;
import io.tidemark.policy.OutcomeEvidence;
import io.tidemark.policy.Recommendation;
import io.tidemark.policy.RetrainingEvidence;
import io.tidemark.policy.ShiftEvidence;
import io.tidemark.shift.JudgedShift;
import io.tidemark.shift.Pattern;
import io.tidemark.spark.output.StoredStaleness;
import io.tidemark.spark.shift.Findings;
import io.tidemark.spark.source.TableFacts;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Puts the evidence of a run together and asks the policy. */
record Deciding(MonitorConfig config, TableFacts facts, LocalDate asOf, Findings findings) {
    /** @param models what is known of them; empty without outcomes and scores */
    Recommendation recommend(Optional<ModelResults> models) {
        Optional<RetrainingCase> retraining =
                models.filter(known -> config.outcomes().hasLabel()).map(this::retraining);
        OutcomeEvidence outcomes = models.map(
                        known -> new ChampionRecord(known.championFigures(), championScores(), findings.effects())
                                .evidence(retraining.flatMap(RetrainingCase::trainedThrough), newest()))
                .orElse(OutcomeEvidence.NONE);
        return MonitorPolicy.recommend(new Evidence(
                shifts(),
                outcomes,
                retraining.flatMap(known -> evidence(known, models.orElseThrow(), outcomes)),
                config.decision().policy()));
    }

    private RetrainingCase retraining(ModelResults models) {
        return new RetrainingCase(
                config,
                facts.rowsPerCohort(),
                models.outcomes().ripeness(),
                models.outcomes().counts());
    }

    private Optional<RetrainingEvidence> evidence(RetrainingCase known, ModelResults models, OutcomeEvidence outcomes) {
        return known.evidence(
                models.staleness().stream().map(StoredStaleness::figures).toList(),
                models.trainingWindow(),
                scoreOnset(),
                outcomes.behaviourOnset(),
                season());
    }

    /** A year, where a feature or the champion's score comes and goes with it. */
    private OptionalInt season() {
        boolean isSeen = Stream.concat(
                        findings.largest().stream(),
                        championScores().stream()
                                .filter(score -> score.shift().cohort().equals(newest())))
                .anyMatch(shift -> shift.pattern() == Pattern.SEASONAL);
        return isSeen ? OptionalInt.of(config.granularity().cohortsInYear()) : OptionalInt.empty();
    }

    private List<JudgedShift> championScores() {
        Optional<String> champion = config.outcomes().champion().map(ScoredModel::name);
        return findings.scores().stream()
                .filter(score ->
                        champion.filter(score.shift().feature().name()::equals).isPresent())
                .toList();
    }

    /** Where the newest departure of the champion's score began. */
    private Optional<Cohort> scoreOnset() {
        return championScores().stream()
                .filter(score -> score.shift().cohort().equals(newest()) && score.isAlarm())
                .max(Comparator.comparing(score -> score.shift().cohort()))
                .flatMap(ChampionRecord::onset);
    }

    private Cohort newest() {
        List<CohortSummary> cohorts = findings.cohorts();
        return cohorts.get(cohorts.size() - 1).cohort();
    }

    private ShiftEvidence shifts() {
        return new ShiftEvidence(
                asOf,
                facts.referenceRows(config.references().get(0), newest()),
                findings.cohorts(),
                config.alarms().cooldown().until(newest()),
                findings.largest(),
                findings.carriers(),
                findings.newestIncidents(),
                config.thresholds(),
                new ShiftEvidence.KnownColumns(
                        config.columns().label(),
                        config.outcomes().champion().map(ScoredModel::name).orElse(null)));
    }
}
