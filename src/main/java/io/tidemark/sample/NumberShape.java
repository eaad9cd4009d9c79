package io.tidemark.sample;

/** The shapes in which the extra numbers come: those of the columns of a credit bureau's file. */
enum NumberShape {
    COUNT(ColumnType.INTEGER, "accounts", "a small count") {
        @Override
        double draw(RowRandom random, double level) {
            return random.poisson(0.4 + 4 * level, 40);
        }
    },
    AMOUNT(ColumnType.DOUBLE, "currency", "an amount with cents, log-normal") {
        @Override
        double draw(RowRandom random, double level) {
            return cents(StrictMath.exp(5 + 4 * level + (0.6 + 0.8 * level) * random.normal()));
        }
    },
    RATIO(ColumnType.DOUBLE, "share", "a ratio between 0 and 1 with all its digits") {
        @Override
        double draw(RowRandom random, double level) {
            return 1 / (1 + StrictMath.exp(1.5 - 3 * level - 1.1 * random.normal()));
        }
    },
    SCORE(ColumnType.INTEGER, "points", "a whole score from 300 to 850") {
        @Override
        double draw(RowRandom random, double level) {
            return Math.max(300, Math.min(850, Math.rint(520 + 160 * level + 70 * random.normal())));
        }
    },
    BALANCE(ColumnType.DOUBLE, "currency", "a balance with cents that is mostly zero") {
        @Override
        double draw(RowRandom random, double level) {
            return random.chance(0.55 + 0.4 * level) ? 0 : cents(StrictMath.exp(6 + 1.3 * random.normal()));
        }
    };

    final ColumnType type;
    final String unit;
    final String meaning;

    NumberShape(ColumnType type, String unit, String meaning) {
        this.type = type;
        this.unit = unit;
        this.meaning = meaning;
    }

    /**
     * One value.
     *
     * @param level 0 to 1: where the feature stands among those of its shape, so that no two are alike
     */
    abstract double draw(RowRandom random, double level);

    private static double cents(double amount) {
        return Math.rint(100 * amount) / 100;
    }
}
