package io.tidemark.sample;

import java.io.Serializable;

/** Codes and the shares in which they occur. */
final class WeightedCodes implements Serializable {
    private final String[] codes;
    private final double[] shareUpTo;

    private WeightedCodes(String[] codes, double[] shareUpTo) {
        this.codes = codes;
        this.shareUpTo = shareUpTo;
    }

    /** The codes with their weights, which need not sum to one. */
    static WeightedCodes of(String[] codes, double... weights) {
        if (codes.length != weights.length) {
            throw new IllegalArgumentException(codes.length + " codes, but " + weights.length + " weights");
        }
        double total = 0;
        for (double weight : weights) {
            total += weight;
        }
        double[] shareUpTo = new double[weights.length];
        double sum = 0;
        for (int code = 0; code < weights.length; code++) {
            sum += weights[code];
            shareUpTo[code] = sum / total;
        }
        return new WeightedCodes(codes.clone(), shareUpTo);
    }

    String pick(RowRandom random) {
        return codes[place(random)];
    }

    /** The place of the picked code among the codes. */
    int place(RowRandom random) {
        double share = random.nextDouble();
        int code = 0;
        while (code < codes.length - 1 && share >= shareUpTo[code]) {
            code++;
        }
        return code;
    }
}
