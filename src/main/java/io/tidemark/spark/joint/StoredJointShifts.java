package io.tidemark.spark.joint;

import static org.apache.spark.sql.functions.col;

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
import io.tidemark.spark.table.TableStore;
import io.tidemark.spark.table.Types;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Reads what earlier runs have learned of cohorts from samples: the columns of {@code CohortShiftsTable}, the other way round. */
final class StoredJointShifts {
    private StoredJointShifts() {}

    /** What is kept of a monitor's cohorts, taught the same beside the same reference. */
    static Map<Cohort, JointShift> of(
            TableStore store, String monitor, Reference reference, DomainModel model, Granularity granularity) {
        Map<Cohort, JointShift> kept = new TreeMap<>();
        if (store.has(Tables.COHORT_SHIFTS)) {
            Dataset<Row> rows = store.read(Tables.COHORT_SHIFTS)
                    .where(col("monitor").equalTo(monitor))
                    .where(col("reference_id").equalTo(reference.id()))
                    .where(col("domain_classifier").equalTo(model.name()));
            for (Row row : rows.collectAsList()) {
                kept.put(Types.cohort(row, granularity), joint(row));
            }
        }
        return kept;
    }

    private static JointShift joint(Row row) {
        return new JointShift(
                (int) count(row, "sample_count"),
                (int) count(row, "sample_count_cmp"),
                (int) count(row, "features_together"),
                domain(row),
                row.getAs("reconstruction_error") == null
                        ? Optional.empty()
                        : Optional.of(new ReconstructionError(
                                number(row, "reconstruction_error"),
                                number(row, "reconstruction_error_low"),
                                number(row, "reconstruction_error_high"))),
                list(row, "correlation_changes").stream()
                        .map(StoredJointShifts::correlation)
                        .toList(),
                Optional.ofNullable(row.<Row>getAs("correlation_change_of")).map(StoredJointShifts::correlation),
                Optional.empty());
    }

    private static DomainShift domain(Row row) {
        return new DomainShift(
                DomainModel.valueOf(row.getAs("domain_classifier")),
                new Auc(number(row, "domain_classifier_auc"), number(row, "domain_classifier_variance")),
                new ChanceBand(number(row, "domain_classifier_null_low"), number(row, "domain_classifier_null_high")),
                number(row, "domain_classifier_null_spread"),
                list(row, "top_features").stream()
                        .map(top -> new FeatureShare(top.getString(0), top.getDouble(1)))
                        .toList(),
                list(row, "most_unlike").stream()
                        .map(one -> new UnlikeApplicant(one.getString(0), one.getDouble(1)))
                        .toList());
    }

    private static CorrelationChange correlation(Row row) {
        return new CorrelationChange(
                row.getString(0), row.getString(1), row.getDouble(2), row.getDouble(3), row.getDouble(4));
    }

    private static long count(Row row, String column) {
        return row.getLong(row.fieldIndex(column));
    }

    private static double number(Row row, String column) {
        return row.getDouble(row.fieldIndex(column));
    }

    private static List<Row> list(Row row, String column) {
        return row.getList(row.fieldIndex(column));
    }
}
