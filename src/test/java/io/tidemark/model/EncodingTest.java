package io.tidemark.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.feature.Feature;
import io.tidemark.feature.FeatureKind;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What applicants look like to a model. */
class EncodingTest {
    private static final double NONE = Double.NaN;
    private static final double CODE = -999;

    private static final List<Feature> FEATURES = List.of(
            new Feature("amount", FeatureKind.NUMERIC, "double", List.of(CODE)),
            new Feature("home", FeatureKind.CATEGORICAL, "string", List.of()),
            new Feature("nobody has it", FeatureKind.NUMERIC, "double", List.of()),
            new Feature("blank", FeatureKind.CATEGORICAL, "string", List.of()),
            new Feature("alike", FeatureKind.NUMERIC, "double", List.of()));

    private static final int AMOUNT = 0;
    private static final int AMOUNT_IS_MISSING = 1;
    private static final int AMOUNT_IS_CODE = 2;
    private static final int HOME_IS_MISSING = 3;
    private static final int HOME_IS_ANOTHER = 4;
    private static final int RENT = 5;
    private static final int OWN = 6;
    private static final int NOBODY_HAS_IT = 7;
    private static final int THAT_IS_MISSING = 8;
    private static final int BLANK_IS_MISSING = 9;
    private static final int BLANK_IS_ANOTHER = 10;
    private static final int ALIKE = 11;
    private static final int WIDTH = 13;

    private static final Encoding ENCODING = Encoding.of(
            FEATURES,
            List.of(
                    applicant(1, "rent"),
                    applicant(2, "rent"),
                    applicant(3, "own"),
                    applicant(NONE, null),
                    applicant(CODE, "rent"),
                    applicant(30, "own"),
                    applicant(2, "tent")),
            2);

    private static Applicant applicant(double amount, String home) {
        return applicant(amount, home, NONE, null, 7);
    }

    private static Applicant applicant(double amount, String home, double other, String blank, double alike) {
        return new Applicant(
                0, new double[] {amount, other, alike}, new String[] {home, blank}, null, null, Double.NaN);
    }

    private static double[] row(Encoding encoding, Applicant applicant) {
        double[] row = new double[encoding.width()];
        encoding.encode(applicant, row);
        return row;
    }

    private static double[] row(double amount, String home) {
        return row(ENCODING, applicant(amount, home));
    }

    /** The columns of marks that are 1, but for those of features that nobody has. */
    private static List<Integer> marked(double amount, String home) {
        double[] row = row(amount, home);
        return IntStream.of(AMOUNT_IS_MISSING, AMOUNT_IS_CODE, HOME_IS_MISSING, HOME_IS_ANOTHER, RENT, OWN)
                .filter(column -> row[column] == 1)
                .boxed()
                .toList();
    }

    @Test
    void aKnownApplicantHasAnAmountAndACategory() {
        assertEquals(WIDTH, ENCODING.width());
        assertEquals(List.of(RENT), marked(1, "rent"));
        assertEquals(List.of(OWN), marked(3, "own"));
    }

    @Test
    void whatIsMissingOrACodeIsMarkedAndTakesTheMedian() {
        assertEquals(List.of(AMOUNT_IS_MISSING, HOME_IS_MISSING), marked(NONE, null));
        assertEquals(List.of(AMOUNT_IS_CODE, RENT), marked(CODE, "rent"));
        assertEquals(List.of(AMOUNT_IS_MISSING, OWN), marked(Double.POSITIVE_INFINITY, "own"));
        double median = row(2, "own")[AMOUNT];
        assertEquals(median, row(NONE, "own")[AMOUNT]);
        assertEquals(median, row(CODE, "own")[AMOUNT]);
        assertEquals(median, row(Double.NEGATIVE_INFINITY, "own")[AMOUNT]);
    }

    @Test
    void mostColumnsOfAnApplicantAreZero() {
        int filled = 0;
        for (Applicant applicant :
                List.of(applicant(1, "rent"), applicant(NONE, null), applicant(CODE, "caravan", 5, "new", 8))) {
            int notZero = (int) DoubleStream.of(row(ENCODING, applicant))
                    .filter(value -> value != 0)
                    .count();
            filled = Math.max(filled, notZero);
        }
        assertTrue(filled <= Encoding.mostFilled(FEATURES), filled + " of " + Encoding.mostFilled(FEATURES));
        assertTrue(Encoding.mostFilled(FEATURES) < Encoding.mostWidth(FEATURES) / 5);
    }

    @Test
    void aCategoryThatWasNotSeenOrIsCarriedByTooFewIsAnotherOne() {
        assertEquals(List.of(HOME_IS_ANOTHER), marked(1, "caravan"));
        assertEquals(List.of(HOME_IS_ANOTHER), marked(1, "tent"));
    }

    @Test
    void whatNobodyHadHasNoAmountAndWhatAllHadAlikeSaysWhoIsNot() {
        double[] usual = row(1, "rent");
        assertEquals(1, usual[THAT_IS_MISSING]);
        assertEquals(1, usual[BLANK_IS_MISSING]);
        assertEquals(0, usual[ALIKE]);
        double[] other = row(ENCODING, applicant(1, "rent", 5, "new", 8));
        assertEquals(0, other[THAT_IS_MISSING]);
        assertEquals(1, other[BLANK_IS_ANOTHER]);
        assertEquals(1, other[ALIKE]);
        assertTrue(Double.isFinite(other[NOBODY_HAS_IT]));
    }

    /**
     * The amounts 1, 2, 3, 2, 2, 30, 2, in standard deviations from their mean: python3 -c "import numpy as np; x =
     * np.array([1,2,3,2,2,30,2]); print(((x-x.mean())/x.std())[[0,5]])".
     */
    @Test
    void amountsAreInStandardDeviationsFromTheirMean() {
        assertEquals(-0.5095526635333649, row(1, "rent")[AMOUNT], 1e-12);
        assertEquals(2.4458527849601515, row(30, "rent")[AMOUNT], 1e-12);
    }

    /** Of 10,000 amounts 1, 2, … a thousandth is cut at either end. */
    @Test
    void amountsFarOutAreCut() {
        Feature amount = new Feature("amount", FeatureKind.NUMERIC, "double", List.of());
        List<Applicant> many = IntStream.rangeClosed(1, 10_000)
                .mapToObj(value -> new Applicant(0, new double[] {value}, new String[0], null, null, Double.NaN))
                .toList();
        Encoding encoding = Encoding.of(List.of(amount), many, 1);
        double[] farthest = row(encoding, many.get(9_999));
        assertArrayEquals(row(encoding, many.get(9_989)), farthest);
        assertTrue(row(encoding, many.get(9_988))[0] < farthest[0]);
    }

    @Test
    void ofVeryManyCategoriesTheMostFrequentAreTold() {
        Feature code = new Feature("code", FeatureKind.CATEGORICAL, "string", List.of());
        List<Applicant> many = new ArrayList<>();
        for (int id = 0; id < 5_000; id++) {
            String value = String.format(Locale.ROOT, "v%03d", (int) Math.sqrt(2 * id));
            many.add(new Applicant(0, new double[0], new String[] {value}, null, null, Double.NaN));
        }
        Encoding encoding = Encoding.of(List.of(code), many, 10);
        List<String> told = many.stream()
                .filter(applicant -> row(encoding, applicant)[1] == 0)
                .map(applicant -> applicant.categories()[0])
                .distinct()
                .toList();
        assertEquals(IntStream.range(80, 100).mapToObj(i -> "v0" + i).toList(), told);
        assertEquals(encoding.width(), Encoding.mostWidth(List.of(code)));
    }

    @Test
    void whatWasLearnedIsReadAsItWasWritten() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ENCODING.write(new DataOutputStream(bytes));
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));
        Encoding read = Encoding.read(FEATURES, in);
        assertEquals(0, in.available());
        for (Applicant applicant : List.of(
                applicant(1, "rent"),
                applicant(NONE, null),
                applicant(CODE, "own"),
                applicant(1e9, "tent", 5, "new", 8))) {
            assertArrayEquals(row(ENCODING, applicant), row(read, applicant));
        }
    }
}
