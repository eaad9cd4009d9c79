package io.tidemark.spark.pass;

import io.tidemark.cohort.Slice;
import io.tidemark.profile.CategoricalProfile;
import io.tidemark.profile.NumericAccumulator;
import io.tidemark.profile.NumericProfile;
import io.tidemark.profile.Profile;
import io.tidemark.profile.ProfileCodec;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import scala.Tuple2;

/** Merges partial profiles, which come sorted by their keys, and gathers them by column; rolls numbers of the first segment up to all applicants. */
final class ProfileMerge implements Iterator<ColumnProfiles> {
    private final Iterator<Tuple2<PartialKey, byte[]>> sorted;
    private final PassPlan plan;
    private PartialKey key;
    private byte[] value;

    ProfileMerge(Iterator<Tuple2<PartialKey, byte[]>> sorted, PassPlan plan) {
        this.sorted = sorted;
        this.plan = plan;
        advance();
    }

    private void advance() {
        Tuple2<PartialKey, byte[]> next = sorted.hasNext() ? sorted.next() : null;
        key = next == null ? null : next._1();
        value = next == null ? null : next._2();
    }

    @Override
    public boolean hasNext() {
        return key != null;
    }

    @Override
    public ColumnProfiles next() {
        int column = key.column();
        Map<Slice, Map<Long, byte[]>> slices = new TreeMap<>();
        while (key != null && key.column() == column) {
            PartialKey of = key;
            slices.computeIfAbsent(of.slice(), slice -> new TreeMap<>()).put(of.pane(), merged(of));
        }
        if (plan.isNumeric(column) && !plan.segments().isEmpty()) {
            rollUp(slices, plan.segments().get(0).name());
        }
        return new ColumnProfiles(column, slices);
    }

    private byte[] merged(PartialKey of) {
        byte[] first = value;
        advance();
        if (of.part() == PartialKey.WHOLE && !isMoreOf(of)) {
            return first;
        }
        return ProfileCodec.encode(plan.isNumeric(of.column()) ? numbers(of, first) : texts(of, first));
    }

    private boolean isMoreOf(PartialKey of) {
        return key != null && key.isOfSameProfile(of);
    }

    private Profile numbers(PartialKey of, byte[] first) {
        NumericAccumulator all =
                new NumericAccumulator(plan.features().get(of.column()).specialValues());
        all.absorb((NumericProfile) ProfileCodec.decode(first));
        for (; isMoreOf(of); advance()) {
            all.absorb((NumericProfile) ProfileCodec.decode(value));
        }
        return all.profile();
    }

    private Profile texts(PartialKey of, byte[] first) {
        CategoryMerge all = new CategoryMerge();
        all.add(of.part(), (CategoricalProfile) ProfileCodec.decode(first));
        for (; isMoreOf(of); advance()) {
            all.add(key.part(), (CategoricalProfile) ProfileCodec.decode(value));
        }
        return all.profile();
    }

    private static void rollUp(Map<Slice, Map<Long, byte[]>> slices, String segment) {
        Map<Long, byte[]> all = new TreeMap<>();
        slices.forEach((slice, panes) -> {
            if (slice.isAll() || slice.key().equals(segment)) {
                panes.forEach((pane, profile) -> all.merge(pane, profile, ProfileMerge::together));
            }
        });
        slices.put(Slice.ALL, all);
    }

    private static byte[] together(byte[] a, byte[] b) {
        return ProfileCodec.encode(ProfileCodec.decode(a).mergeWith(ProfileCodec.decode(b)));
    }
}
