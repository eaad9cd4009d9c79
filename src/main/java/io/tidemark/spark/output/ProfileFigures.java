package io.tidemark.spark.output;

import io.tidemark.profile.CategoricalProfile;
import io.tidemark.profile.Distribution;
import io.tidemark.profile.NumericProfile;
import io.tidemark.profile.Profile;
import io.tidemark.spark.table.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** What the table of profiles shows of a profile; null where a figure is not defined for its kind. */
final class ProfileFigures {
    static final DataType ITEMS = DataTypes.createArrayType(
            new StructType().add("item", DataTypes.StringType, true).add("count", DataTypes.LongType, true), false);

    private static final int MOST_ITEMS = 10;
    private static final int QUANTILE_STEPS = 20;

    private ProfileFigures() {}

    static Object nan(Profile profile) {
        return numeric(profile, NumericProfile::nan);
    }

    static Object infinite(Profile profile) {
        return numeric(profile, n -> n.negativeInfinity() + n.positiveInfinity());
    }

    static Object special(Profile profile) {
        return numeric(profile, NumericProfile::special);
    }

    static Object zeros(Profile profile) {
        return numeric(profile, NumericProfile::zeros);
    }

    static Object zeroShare(Profile profile) {
        return numeric(profile, n -> (double) n.zeros() / n.rows());
    }

    static Object min(Profile profile) {
        return amount(profile, NumericProfile::min);
    }

    static Object max(Profile profile) {
        return amount(profile, NumericProfile::max);
    }

    static Object mean(Profile profile) {
        return amount(profile, NumericProfile::mean);
    }

    static Object deviation(Profile profile) {
        return amount(profile, NumericProfile::standardDeviation);
    }

    static Object distinct(Profile profile) {
        return profile.distinct().isExact() ? profile.distinct().atLeast() : null;
    }

    /** Applicants whose category is beyond those that are kept. */
    static Object beyondKept(Profile profile) {
        return profile instanceof CategoricalProfile categories
                ? categories.rest().rows()
                : null;
    }

    /** By how much the count of a kept category may be short. */
    static Object countError(Profile profile) {
        return profile instanceof CategoricalProfile categories
                ? categories.rest().most()
                : null;
    }

    static Object distinctShare(Profile profile) {
        return profile.distinct().isExact() ? (double) profile.distinct().atLeast() / profile.rows() : null;
    }

    static Object quantiles(Profile profile) {
        return numeric(profile, n -> {
            Distribution amounts = n.distribution();
            if (amounts.total() == 0) {
                return null;
            }
            List<Double> quantiles = new ArrayList<>();
            for (int i = 0; i <= QUANTILE_STEPS; i++) {
                quantiles.add(amounts.quantile((double) i / QUANTILE_STEPS));
            }
            return Types.array(quantiles);
        });
    }

    static Object frequent(Profile profile, long privacyFloor) {
        if (!(profile instanceof CategoricalProfile categorical)) {
            return null;
        }
        List<Row> items = new ArrayList<>();
        categorical
                .frequent(MOST_ITEMS, privacyFloor)
                .forEach(entry -> items.add(RowFactory.create(entry.getKey(), entry.getValue())));
        return Types.array(items);
    }

    private static Object numeric(Profile profile, Function<NumericProfile, Object> figure) {
        return profile instanceof NumericProfile numeric ? figure.apply(numeric) : null;
    }

    private static Object amount(Profile profile, Function<NumericProfile, OptionalDouble> figure) {
        return numeric(profile, n -> Types.number(figure.apply(n)));
    }
}
