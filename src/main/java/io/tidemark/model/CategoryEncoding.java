package io.tidemark.model;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A categorical feature as columns of 0 and 1: its {@value #MOST_CATEGORIES} most frequent categories in the reference, another one, none.
 *
 * @param place of the feature among an applicant's categories
 * @param columns the column of each category, from 2 up
 */
record CategoryEncoding(int place, Map<String, Integer> columns) implements FeatureEncoding {
    static final int MOST_CATEGORIES = 20;
    private static final int MISSING = 0;
    private static final int OTHER = 1;
    static final int MOST_WIDTH = OTHER + 1 + MOST_CATEGORIES;

    /**
     * Learns from the values of the reference, some of which may be null. Of categories that are as frequent, the first by name goes first.
     *
     * @param least how many have to carry a category that gets a column
     */
    static CategoryEncoding of(int place, List<String> values, long least) {
        Map<String, Integer> counts = new HashMap<>();
        values.stream().filter(value -> value != null).forEach(value -> counts.merge(value, 1, Integer::sum));
        List<String> frequent = counts.keySet().stream()
                .filter(category -> counts.get(category) >= least)
                .sorted(Comparator.comparing((String category) -> -counts.get(category))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(MOST_CATEGORIES)
                .toList();
        Map<String, Integer> columns = new HashMap<>();
        frequent.forEach(category -> columns.put(category, OTHER + 1 + columns.size()));
        return new CategoryEncoding(place, columns);
    }

    static CategoryEncoding read(DataInput in) throws IOException {
        int place = in.readInt();
        Map<String, Integer> columns = new HashMap<>();
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            byte[] category = new byte[in.readInt()];
            in.readFully(category);
            columns.put(new String(category, StandardCharsets.UTF_8), in.readInt());
        }
        return new CategoryEncoding(place, columns);
    }

    @Override
    public void write(DataOutput out) throws IOException {
        out.writeInt(place);
        out.writeInt(columns.size());
        for (Map.Entry<String, Integer> column : columns.entrySet()) {
            byte[] category = column.getKey().getBytes(StandardCharsets.UTF_8);
            out.writeInt(category.length);
            out.write(category);
            out.writeInt(column.getValue());
        }
    }

    @Override
    public int width() {
        return OTHER + 1 + columns.size();
    }

    @Override
    public void encode(Applicant applicant, double[] row, int firstColumn) {
        String value = applicant.categories()[place];
        row[firstColumn + (value == null ? MISSING : columns.getOrDefault(value, OTHER))] = 1;
    }
}
