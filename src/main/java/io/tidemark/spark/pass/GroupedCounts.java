package io.tidemark.spark.pass;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts blocks, column by column, into the groups that their rows belong to. */
final class GroupedCounts {
    private final PassPlan plan;
    private final Long paneOfAll;
    private final Dictionaries dictionaries;
    private final List<Group> groups = new ArrayList<>();
    private final GroupIndex[] indexes;
    private final Arrangement[] arrangements;
    private final Map<Integer, Integer> paneOfDay = new HashMap<>();
    private final Map<Long, Integer> paneOfCode = new HashMap<>();
    private final List<Long> panes = new ArrayList<>();

    private int[] paneOfRow = new int[0];
    private int[] groupOfRow;
    private int[] ids;
    private int[] spareIds;
    private long[] cells;
    private long[] spareCells;
    private final CodedNumbers coded = new CodedNumbers();

    /**
     * Counts of nothing yet.
     *
     * @param paneOfAll the pane of all rows, as of those of a reference table; null where their times decide
     */
    GroupedCounts(PassPlan plan, Long paneOfAll, Dictionaries dictionaries) {
        this.plan = plan;
        this.paneOfAll = paneOfAll;
        this.dictionaries = dictionaries;
        int kinds = Math.max(1, plan.segments().size());
        indexes = new GroupIndex[kinds];
        arrangements = new Arrangement[kinds];
        for (int kind = 0; kind < kinds; kind++) {
            indexes[kind] = new GroupIndex(plan, kind, dictionaries, groups);
            arrangements[kind] = new Arrangement();
        }
        groups.add(Group.nobody(plan));
    }

    void add(Block block) {
        makeRoom(block.rows());
        findPanes(block);
        for (int kind = 0; kind < indexes.length; kind++) {
            arrange(block, kind);
        }
        boolean isTimeMissing = paneOfCode.containsKey(PassPlan.NO_TIME);
        for (int column = 0; column < plan.counted(); column++) {
            if (plan.isNumeric(column)) {
                countNumbers(block, column);
            } else if (column != plan.timeText() || isTimeMissing) {
                countTexts(block, column);
            }
        }
    }

    private void makeRoom(int rows) {
        if (paneOfRow.length < rows) {
            paneOfRow = new int[rows];
            groupOfRow = new int[rows];
            ids = new int[rows];
            spareIds = new int[rows];
            cells = new long[rows];
            spareCells = new long[rows];
        }
    }

    private void findPanes(Block block) {
        if (paneOfAll != null) {
            int pane = placeOf(paneOfAll);
            Arrays.fill(paneOfRow, 0, block.rows(), pane);
            return;
        }
        int[] days = ids;
        block.days(days);
        int lastDay = Block.NO_DAY;
        int lastPane = -1;
        for (int row = 0; row < block.rows(); row++) {
            if (days[row] != lastDay || lastPane < 0) {
                lastDay = days[row];
                lastPane = paneOfDay.computeIfAbsent(lastDay, this::paneOf);
            }
            paneOfRow[row] = lastPane;
        }
    }

    private int paneOf(int epochDay) {
        return placeOf(plan.paneOf(epochDay));
    }

    private int placeOf(long code) {
        return paneOfCode.computeIfAbsent(code, added -> {
            panes.add(added);
            return panes.size() - 1;
        });
    }

    private void arrange(Block block, int kind) {
        GroupIndex index = indexes[kind];
        boolean hasSegments = index.values(block, ids, spareIds);
        int lastPane = -1;
        int lastValue = Block.NO_TEXT;
        int lastGroup = 0;
        for (int row = 0; row < block.rows(); row++) {
            int pane = paneOfRow[row];
            int value = hasSegments ? ids[row] : Block.NO_TEXT;
            if (pane != lastPane || value != lastValue) {
                lastPane = pane;
                lastValue = value;
                lastGroup = index.group(pane, panes.get(pane), value);
            }
            groupOfRow[row] = lastGroup;
        }
        arrangements[kind].arrange(groupOfRow, block.rows(), groups.size());
    }

    private void countNumbers(Block block, int column) {
        if (block.coded(column, coded)) {
            countCoded(column);
            return;
        }
        block.numbers(column, cells);
        for (Arrangement arrangement : arrangements) {
            long[] ordered = arrangement.inOrder(cells, spareCells);
            for (int piece = 0; piece < arrangement.pieces(); piece++) {
                var counts = groups.get(arrangement.group(piece)).numbers[column];
                if (counts != null) {
                    counts.addAll(ordered, arrangement.from(piece), arrangement.to(piece));
                }
            }
        }
    }

    private void countCoded(int column) {
        for (Arrangement arrangement : arrangements) {
            int[] ordered = arrangement.inOrder(coded.codes(), spareIds);
            for (int piece = 0; piece < arrangement.pieces(); piece++) {
                var counts = groups.get(arrangement.group(piece)).numbers[column];
                if (counts != null) {
                    counts.addAll(ordered, arrangement.from(piece), arrangement.to(piece), coded.cells());
                }
            }
        }
    }

    private void countTexts(Block block, int column) {
        block.texts(column, ids);
        for (Arrangement arrangement : arrangements) {
            int[] ordered = arrangement.inOrder(ids, spareIds);
            for (int piece = 0; piece < arrangement.pieces(); piece++) {
                var counts = groups.get(arrangement.group(piece)).texts[column];
                if (counts != null) {
                    counts.addAll(ordered, arrangement.from(piece), arrangement.to(piece));
                }
            }
        }
    }

    /** Memory in use by what was counted, about. */
    long heldBytes() {
        return groups.stream().mapToLong(Group::heldBytes).sum();
    }

    boolean isEmpty() {
        return groups.size() == 1;
    }

    /** Everything that was counted. */
    List<Group> groups() {
        return groups;
    }

    /** Forgets everything. */
    void clear() {
        groups.clear();
        groups.add(Group.nobody(plan));
        for (GroupIndex index : indexes) {
            index.clear();
        }
        dictionaries.clear();
    }

    /** Forgets what was counted of one column of texts. */
    void clear(int column) {
        for (Group group : groups) {
            if (group.texts[column] != null) {
                group.texts[column] = new TextCounts();
            }
        }
        dictionaries.of(column).clear();
    }
}
