package io.tidemark.spark.pass;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import io.tidemark.config.MonitorConfig;
import io.tidemark.model.BadOutcome;
import io.tidemark.model.ScoredModel;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.DataTypes;

/**
 * What a sample takes along of outcomes and of the champion's scores.
 *
 * @param label the column of the outcome
 * @param outcomeDate the column of the day on which it was known; null where maturity is a time
 * @param champion null where no score is wanted
 * @param lastMature the last day of application whose outcomes can be known; null where all are taken that are there
 * @param asOf the day as of which outcomes have to be known; null where all are taken that are there
 */
public record SampledOutcomes(
        String label, String outcomeDate, BadOutcome bad, ScoredModel champion, LocalDate lastMature, LocalDate asOf)
        implements Serializable {
    /** All outcomes that are there, and no scores. */
    public static SampledOutcomes of(String label, BadOutcome bad) {
        return new SampledOutcomes(label, null, bad, null, null, null);
    }

    /** Those that were known as of a day, no others. Empty without a label, and without a score. */
    public static Optional<SampledOutcomes> of(MonitorConfig config, LocalDate asOf) {
        return config.outcomes()
                .champion()
                .filter(champion -> config.outcomes().hasLabel())
                .map(champion -> new SampledOutcomes(
                        config.outcomes().label(),
                        config.columns().outcomeDate(),
                        config.outcomes().bad(),
                        champion,
                        config.outcomes().maturity().lastMatureDay(asOf),
                        asOf));
    }

    /** The outcome as a text, null where it is not known, and the score. */
    Column[] columns(PassInput input) {
        Column isKnown = lastMature == null ? lit(true) : input.day().leq(lit(lastMature));
        if (outcomeDate != null) {
            Column knownOn = input.column(outcomeDate).cast(DataTypes.DateType);
            isKnown = isKnown.and(coalesce(knownOn.leq(lit(asOf)), lit(true)));
        }
        return new Column[] {
            when(isKnown, input.text(label)).as("outcome"),
            (champion == null ? lit(null) : input.column(champion.name()))
                    .cast(DataTypes.DoubleType)
                    .as("score")
        };
    }

    Boolean isBad(String outcome) {
        return outcome == null ? null : bad.is(outcome);
    }
}
