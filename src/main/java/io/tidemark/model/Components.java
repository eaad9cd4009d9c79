package io.tidemark.model;

/**
 * Principal components: the directions in which applicants differ most, and what of an applicant is beyond them.
 *
 * @param means of the columns
 * @param directions of unit length and at right angles
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Components(double[] means, double[][] directions) {
    private static final double ROUNDING = 1e-12;

    /**
     * The error of each row when it is put together from the components: ‖x − Σ (x·d) d‖² over the number of columns, x being the row less
     * the means. Since directions are of unit length and at right angles that is (‖x‖² − Σ (x·d)²) over it. What is left of a row's own length
     * by rounding alone is 0, so that features which follow from each other have no error at all, whatever the machine.
     */
    public double[] errors(double[][] rows) {
        double[] errors = new double[rows.length];
        double[] x = new double[means.length];
        for (int row = 0; row < rows.length; row++) {
            double length = 0;
            for (int i = 0; i < x.length; i++) {
                x[i] = rows[row][i] - means[i];
                length += x[i] * x[i];
            }
            double left = length;
            for (double[] direction : directions) {
                double along = 0;
                for (int i = 0; i < x.length; i++) {
                    along += x[i] * direction[i];
                }
                left -= along * along;
            }
            errors[row] = left > ROUNDING * length ? left / x.length : 0;
        }
        return errors;
    }
}
