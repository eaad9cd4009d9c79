package io.tidemark.spark.pass;

import io.tidemark.cohort.Slice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Finds the group of a row by its pane and its value of one segment. */
public final class GroupIndex {
    /** So many values of a segment are told apart; a segment with more is refused after the pass. */
    public static final int MOST_VALUES = 200;

    private final PassPlan plan;
    private final int segment;
    private final SliceIds slices;
    private final List<Group> groups;
    private final List<int[]> byPane = new ArrayList<>();

    /**
     * An index of the groups of one segment.
     *
     * @param segment which of the plan's segments; 0 also where the plan has none, and all rows of a pane are one group
     * @param groups takes new groups; the first is nobody's
     */
    GroupIndex(PassPlan plan, int segment, Dictionaries dictionaries, List<Group> groups) {
        this.plan = plan;
        this.segment = segment;
        this.slices = plan.segments().isEmpty()
                ? null
                : new SliceIds(plan, plan.segments().get(segment), dictionaries);
        this.groups = groups;
    }

    /**
     * The number of a group.
     *
     * @param pane the pane's place among those that were seen
     * @param value the id of the segment's value
     */
    int group(int pane, long paneCode, int value) {
        if (paneCode == PassPlan.UNWANTED) {
            return 0;
        }
        while (byPane.size() <= pane) {
            byPane.add(new int[0]);
        }
        int place = value - Block.NO_TEXT;
        int[] known = byPane.get(pane);
        if (place >= known.length) {
            known = Arrays.copyOf(known, place + 1);
            byPane.set(pane, known);
        }
        if (known[place] == 0) {
            known[place] = groups.size();
            groups.add(Group.of(plan, slices == null ? Slice.ALL : slices.slice(value), paneCode, segment == 0));
        }
        return known[place];
    }

    /** Puts the ids of the values of a block's rows into {@code ids}; false where all rows of a pane are one group. */
    boolean values(Block block, int[] ids, int[] spare) {
        if (slices != null) {
            slices.of(block, ids, spare);
        }
        return slices != null;
    }

    void clear() {
        byPane.clear();
        if (slices != null) {
            slices.clear();
        }
    }
}
