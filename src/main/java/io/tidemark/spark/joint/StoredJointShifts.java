package io.tidemark.spark.joint;

import io.tidemark.cohort.Cohort;
import io.tidemark.cohort.Granularity;
import io.tidemark.cohort.Reference;
import io.tidemark.model.Auc;
import io.tidemark.model.ChanceBand;
import io.tidemark.shift.CorrelationChange;
import io.tidemark.shift.DomainModel;
import io.tidemark.shift.DomainShift;
import io.tidemark.shift.DomainShift.FeatureShare;
import io.tidemark.shift.DomainShift.UnlikeApplicant;
import io.tidemark.shift.JointShift;
import io.tidemark.shift.ReconstructionError;
import io.tidemark.spark.output.Tables;
import io.tidemark.spark.table.StoredRow;
import io.tidemark.spark.table.StoredTable.Wanted;
import io.tidemark.spark.table.TableStore;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads what earlier runs have learned of cohorts from samples: the columns of {@code CohortShiftsTable}, the other way round. */
final class StoredJointShifts {
    private static final String[] COLUMNS = {
        "reference_id",
        "window",
        "sample_count",
        "sample_count_cmp",
        "features_together",
        "domain_classifier",
        "domain_classifier_auc",
        "domain_classifier_variance",
        "domain_classifier_null_low",
        "domain_classifier_null_high",
        "domain_classifier_null_spread",
        "top_features",
        "most_unlike",
        "reconstruction_error",
        "reconstruction_error_low",
        "reconstruction_error_high",
        "correlation_changes",
        "correlation_change_of"
    };

    private StoredJointShifts() {}

    /** What is kept of a monitor's cohorts, taught the same beside the same reference. */
    static Map<Cohort, JointShift> of(
            TableStore store, String monitor, Reference reference, DomainModel model, Granularity granularity) {
        Map<Cohort, JointShift> kept = new TreeMap<>();
        store.few(
                        Tables.COHORT_SHIFTS,
                        new Wanted("monitor", monitor, COLUMNS),
                        row -> Optional.of(row)
                                .filter(one -> !one.isNull("domain_classifier"))
                                .filter(one -> one.text("domain_classifier").equals(model.name()))
                                .filter(one -> one.text("reference_id").equals(reference.id()))
                                .map(one -> Map.entry(one.cohort(granularity), joint(one))))
                .forEach(cohort -> kept.put(cohort.getKey(), cohort.getValue()));
        return kept;
    }

    private static JointShift joint(StoredRow row) {
        return new JointShift(
                (int) row.count("sample_count"),
                (int) row.count("sample_count_cmp"),
                (int) row.count("features_together"),
                domain(row),
                row.isNull("reconstruction_error")
                        ? Optional.empty()
                        : Optional.of(new ReconstructionError(
                                row.number("reconstruction_error"),
                                row.number("reconstruction_error_low"),
                                row.number("reconstruction_error_high"))),
                row.structs("correlation_changes").stream()
                        .map(StoredJointShifts::correlation)
                        .toList(),
                row.struct("correlation_change_of").map(StoredJointShifts::correlation),
                Optional.empty());
    }

    private static DomainShift domain(StoredRow row) {
        return new DomainShift(
                DomainModel.valueOf(row.text("domain_classifier")),
                new Auc(row.number("domain_classifier_auc"), row.number("domain_classifier_variance")),
                new ChanceBand(row.number("domain_classifier_null_low"), row.number("domain_classifier_null_high")),
                row.number("domain_classifier_null_spread"),
                row.structs("top_features").stream()
                        .map(top -> new FeatureShare(top.text("column_name"), top.number("share")))
                        .toList(),
                row.structs("most_unlike").stream()
                        .map(one -> new UnlikeApplicant(one.text("entity_id"), one.number("probability")))
                        .toList());
    }

    private static CorrelationChange correlation(StoredRow row) {
        return new CorrelationChange(
                row.text("left"),
                row.text("right"),
                row.number("reference"),
                row.number("current"),
                row.number("pvalue"));
    }
}
