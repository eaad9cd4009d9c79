package io.tidemark.spark.pass;

/** The dictionaries of a task: one for each column of texts. */
final class Dictionaries {
    private final TextDictionary[] byColumn;

    Dictionaries(PassPlan plan) {
        byColumn = new TextDictionary[plan.columns()];
        for (int column = 0; column < byColumn.length; column++) {
            if (!plan.isNumeric(column)) {
                boolean isSegment = column >= plan.counted();
                byColumn[column] = new TextDictionary(isSegment ? GroupIndex.MOST_VALUES : Integer.MAX_VALUE);
            }
        }
    }

    TextDictionary of(int column) {
        return byColumn[column];
    }

    void clear() {
        for (TextDictionary dictionary : byColumn) {
            if (dictionary != null) {
                dictionary.clear();
            }
        }
    }
}
