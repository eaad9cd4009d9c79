package io.tidemark.spark.pass;

import java.util.Arrays;

/**
 * The rows of a block in the order of their groups, so that each group's are beside each other.
 *
 * <p>Rows that come group by group, as in a table in the order of time, stay where they are.
 */
final class Arrangement {
    private int rows;
    private boolean isInOrder;
    private int[] positions = new int[0];
    private int pieces;
    private int[] pieceGroup = new int[0];
    private int[] pieceEnd = new int[0];
    private int[] sizes = new int[0];

    /**
     * Arranges rows.
     *
     * @param groups the group of each row
     * @param most one more than the highest group
     */
    void arrange(int[] groups, int rows, int most) {
        this.rows = rows;
        if (positions.length < rows) {
            positions = new int[rows];
            pieceGroup = new int[rows];
            pieceEnd = new int[rows];
        }
        if (sizes.length < most) {
            sizes = new int[Math.max(most, 2 * sizes.length)];
        }
        findRuns(groups);
        if (!isInOrder) {
            sort(groups, most);
        }
    }

    private void findRuns(int[] groups) {
        Arrays.fill(sizes, 0);
        isInOrder = true;
        pieces = 0;
        for (int row = 0; row < rows; ) {
            int group = groups[row];
            int end = row + 1;
            while (end < rows && groups[end] == group) {
                end++;
            }
            if (sizes[group] > 0) {
                isInOrder = false;
            }
            sizes[group] += end - row;
            pieceGroup[pieces] = group;
            pieceEnd[pieces++] = end;
            row = end;
        }
    }

    private void sort(int[] groups, int most) {
        pieces = 0;
        int start = 0;
        for (int group = 0; group < most; group++) {
            int size = sizes[group];
            if (size > 0) {
                pieceGroup[pieces] = group;
                pieceEnd[pieces++] = start + size;
                sizes[group] = start;
                start += size;
            }
        }
        for (int row = 0; row < rows; row++) {
            positions[row] = sizes[groups[row]]++;
        }
    }

    /** How many pieces of one group there are. */
    int pieces() {
        return pieces;
    }

    int group(int piece) {
        return pieceGroup[piece];
    }

    /** Where a piece begins. */
    int from(int piece) {
        return piece == 0 ? 0 : pieceEnd[piece - 1];
    }

    /** Where a piece ends. */
    int to(int piece) {
        return pieceEnd[piece];
    }

    /** Cells in the order of the groups: the same array, or the spare one. */
    long[] inOrder(long[] cells, long[] spare) {
        if (isInOrder) {
            return cells;
        }
        for (int row = 0; row < rows; row++) {
            spare[positions[row]] = cells[row];
        }
        return spare;
    }

    /** Ids in the order of the groups: the same array, or the spare one. */
    int[] inOrder(int[] ids, int[] spare) {
        if (isInOrder) {
            return ids;
        }
        for (int row = 0; row < rows; row++) {
            spare[positions[row]] = ids[row];
        }
        return spare;
    }
}
