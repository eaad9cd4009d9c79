package io.tidemark.model;

import io.tidemark.cohort.Slice;
import java.io.Serializable;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The approval rate of some applicants over that of those who are approved most often (adverse impact ratio).
 *
 * <p>With a of n approved, and b of m of the others: (a / n) / (b / m). Its logarithm has the variance 1/a − 1/n + 1/b − 1/m, by which the
 * interval is Katz'. Where nobody is approved the ratio is 0, its interval begins there, and half an approval more on both sides gives the upper
 * end (Walter). The interval takes it as given who is approved most often; among several values alike the highest is so by chance, and the others
 * are below it somewhat more often than stated.
 *
 * <p>Under four fifths is the rule of thumb for adverse impact. Source: Katz et al. 1978, doi:10.2307/2530610; Walter 1975,
 * doi:10.1093/biomet/62.2.371; 29 CFR 1607.4 D for the rule, and for the least share of applicants.
 *
 * @param to the value with the highest approval rate, of those with enough applicants
 * @param value 0 or more; 1 where both are approved alike
 * @param logValue its logarithm, with half an approval more where there is none
 * @param logError standard error of that; 0 for the value that the others are compared with
 */
public record ApprovalRatio(String to, double value, double logValue, double logError) implements Serializable {
    /** A ratio under which one looks closer. */
    public static final double FOUR_FIFTHS = 0.8;

    private static final long LEAST_APPLICANTS = 30;
    private static final double LEAST_SHARE = 0.02;
    private static final double HALF = 0.5;

    /** A ratio; undefined where nobody of the others is approved. */
    static Figure<ApprovalRatio> of(Approvals these, Approvals others, String to) {
        if (these.applicants() == 0) {
            return Figure.undefined("there is no applicant with a score");
        }
        if (others.approved() == 0) {
            return Figure.undefined("nobody is approved");
        }
        double more = these.approved() == 0 ? HALF : 0;
        double a = these.approved() + more;
        double n = these.applicants() + more;
        double b = others.approved() + more;
        double m = others.applicants() + more;
        double value =
                (double) these.approved() / these.applicants() / ((double) others.approved() / others.applicants());
        double variance = 1 / a - 1 / n + 1 / b - 1 / m;
        return Figure.of(new ApprovalRatio(to, value, Math.log(a / n / (b / m)), Math.sqrt(variance)));
    }

    /**
     * The ratios of all values of one key.
     *
     * @param values slices of one key; the value of those who have none is no measure for the others
     */
    public static Map<Slice, Figure<ApprovalRatio>> among(Map<Slice, Approvals> values) {
        long all = values.values().stream().mapToLong(Approvals::applicants).sum();
        Optional<Map.Entry<Slice, Approvals>> highest = values.entrySet().stream()
                .filter(entry -> !entry.getKey().value().equals(Slice.MISSING))
                .filter(entry -> entry.getValue().applicants() >= Math.max(LEAST_APPLICANTS, LEAST_SHARE * all))
                .max(Comparator.comparingDouble(ApprovalRatio::rate)
                        .thenComparing(Map.Entry::getKey, Comparator.reverseOrder()));
        Map<Slice, Figure<ApprovalRatio>> ratios = new LinkedHashMap<>();
        values.forEach((slice, approvals) -> ratios.put(
                slice,
                highest.map(of -> slice.equals(of.getKey())
                                ? ofItself(approvals, slice.value())
                                : of(approvals, of.getValue(), of.getKey().value()))
                        .orElse(Figure.undefined("no value has enough applicants to compare with"))));
        return ratios;
    }

    private static double rate(Map.Entry<Slice, Approvals> entry) {
        return entry.getValue().rate().known().orElse(0.0);
    }

    private static Figure<ApprovalRatio> ofItself(Approvals approvals, String value) {
        return approvals.approved() == 0
                ? Figure.undefined("nobody is approved")
                : Figure.of(new ApprovalRatio(value, 1, 0, 0));
    }

    /** The lower end of the 95 % confidence interval. */
    public double low() {
        return value == 0 ? 0 : Math.exp(logValue - Auc.QUANTILE * logError);
    }

    /** The upper end of the 95 % confidence interval. */
    public double high() {
        return Math.exp(logValue + Auc.QUANTILE * logError);
    }

    /** Whether the whole interval is under four fifths. */
    public boolean isAdverse() {
        return high() < FOUR_FIFTHS;
    }

    /** The ratio with its standard error, to the first order. */
    public Estimate estimate() {
        return new Estimate(value, Math.exp(logValue) * logError);
    }
}
