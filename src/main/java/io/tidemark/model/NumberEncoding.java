package io.tidemark.model;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A numeric feature as columns: its amount, whether it is missing, and whether it is one of its special values.
 *
 * <p>The amount is cut at the reference's 0.1 % and 99.9 % points, so that outliers do not dominate, and is in standard deviations of the
 * reference from its mean. Who has none has the median. Where the reference (but for what is cut) has one amount only, the column says who has
 * another.
 *
 * @param place of the feature among an applicant's numbers
 * @param median the amount of those who have none
 */
record NumberEncoding(
        int place, double low, double high, double median, double mean, double deviation, List<Double> specialValues)
        implements FeatureEncoding {
    static final double TAIL = 0.001;

    /**
     * Learns from the reference.
     *
     * @param amounts its amounts, ascending
     * @param rows its applicants, those without an amount among them
     */
    static NumberEncoding of(int place, double[] amounts, int rows, List<Double> specialValues) {
        if (amounts.length == 0) {
            return new NumberEncoding(place, 0, 0, 0, 0, 1, specialValues);
        }
        int n = amounts.length;
        int cut = (int) (TAIL * n);
        double low = amounts[cut];
        double high = amounts[n - 1 - cut];
        double median = amounts[n / 2];
        double sum = (rows - n) * median;
        for (double amount : amounts) {
            sum += Math.max(low, Math.min(high, amount));
        }
        double mean = sum / rows;
        double squares = (rows - n) * (median - mean) * (median - mean);
        for (double amount : amounts) {
            double distance = Math.max(low, Math.min(high, amount)) - mean;
            squares += distance * distance;
        }
        return new NumberEncoding(place, low, high, median, mean, Math.sqrt(squares / rows), specialValues);
    }

    static int width(List<Double> specialValues) {
        return 2 + specialValues.size();
    }

    static NumberEncoding read(DataInput in) throws IOException {
        int place = in.readInt();
        double low = in.readDouble();
        double high = in.readDouble();
        double median = in.readDouble();
        double mean = in.readDouble();
        double deviation = in.readDouble();
        List<Double> specialValues = new ArrayList<>();
        for (int count = in.readInt(); specialValues.size() < count; ) {
            specialValues.add(in.readDouble());
        }
        return new NumberEncoding(place, low, high, median, mean, deviation, List.copyOf(specialValues));
    }

    @Override
    public void write(DataOutput out) throws IOException {
        out.writeInt(place);
        for (double figure : new double[] {low, high, median, mean, deviation}) {
            out.writeDouble(figure);
        }
        out.writeInt(specialValues.size());
        for (double special : specialValues) {
            out.writeDouble(special);
        }
    }

    @Override
    public int width() {
        return width(specialValues);
    }

    @Override
    public void encode(Applicant applicant, double[] row, int firstColumn) {
        double value = applicant.numbers()[place];
        int special = specialValues.indexOf(value);
        boolean isAmount = special < 0 && Double.isFinite(value);
        if (special >= 0) {
            row[firstColumn + 2 + special] = 1;
        } else if (!isAmount) {
            row[firstColumn + 1] = 1;
        }
        row[firstColumn] = standardised(isAmount ? value : median);
    }

    private double standardised(double amount) {
        if (low == high) {
            return amount == low ? 0 : 1;
        }
        return (Math.max(low, Math.min(high, amount)) - mean) / deviation;
    }
}
