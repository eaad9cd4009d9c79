package io.tidemark.spark.pass;

import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import scala.Tuple2;

/**
 * The blocks of one partition in, partial profiles out.
 *
 * <p>Partial profiles merge, so what has been counted can be given away at any time: that keeps memory bounded where groups or texts are
 * many.
 */
final class PartialProfiles implements Iterator<Tuple2<PartialKey, byte[]>> {
    /**
     * What a task may hold before it gives away what it has counted.
     *
     * @param bytes memory of the counts, about
     * @param texts different texts of one column
     */
    record Budget(long bytes, int texts) {
        private static final int PART_OF_HEAP = 4;
        private static final int MOST_TEXTS = 1 << 16;

        /** A part of the heap that each task has for itself. */
        static Budget ofThisProcess() {
            Runtime process = Runtime.getRuntime();
            return new Budget(process.maxMemory() / process.availableProcessors() / PART_OF_HEAP, MOST_TEXTS);
        }
    }

    private final Iterator<? extends Block> blocks;
    private final PassPlan plan;
    private final Dictionaries dictionaries;
    private final GroupedCounts counts;
    private final Budget budget;
    private Iterator<Tuple2<PartialKey, byte[]>> ready = Collections.emptyIterator();

    PartialProfiles(
            Iterator<? extends Block> blocks,
            PassPlan plan,
            Dictionaries dictionaries,
            GroupedCounts counts,
            Budget budget) {
        this.blocks = blocks;
        this.plan = plan;
        this.dictionaries = dictionaries;
        this.counts = counts;
        this.budget = budget;
    }

    @Override
    public boolean hasNext() {
        while (!ready.hasNext() && (blocks.hasNext() || !counts.isEmpty())) {
            ready = nextPartials();
        }
        return ready.hasNext();
    }

    @Override
    public Tuple2<PartialKey, byte[]> next() {
        if (!hasNext()) {
            throw new NoSuchElementException("all partial profiles are given away");
        }
        return ready.next();
    }

    /** Counts until there is something to give away. */
    private Iterator<Tuple2<PartialKey, byte[]>> nextPartials() {
        while (blocks.hasNext()) {
            counts.add(blocks.next());
            for (int column = 0; column < plan.counted(); column++) {
                TextDictionary dictionary = dictionaries.of(column);
                if (dictionary != null && dictionary.size() > budget.texts()) {
                    return textsOf(column);
                }
            }
            if (counts.heldBytes() > budget.bytes()) {
                break;
            }
        }
        return everything();
    }

    private Iterator<Tuple2<PartialKey, byte[]>> textsOf(int column) {
        var partials = partials(column).toList();
        counts.clear(column);
        return partials.iterator();
    }

    private Iterator<Tuple2<PartialKey, byte[]>> everything() {
        Iterator<Tuple2<PartialKey, byte[]>> partials = IntStream.range(0, plan.counted())
                .boxed()
                .flatMap(this::partials)
                .iterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                boolean hasMore = partials.hasNext();
                if (!hasMore) {
                    counts.clear();
                }
                return hasMore;
            }

            @Override
            public Tuple2<PartialKey, byte[]> next() {
                return partials.next();
            }
        };
    }

    private Stream<Tuple2<PartialKey, byte[]>> partials(int column) {
        TextDictionary dictionary = dictionaries.of(column);
        var slices = counts.groups().stream().flatMap(group -> Partials.of(group, column, dictionary));
        return plan.isNumeric(column) || plan.segments().isEmpty()
                ? slices
                : Stream.concat(
                        slices,
                        Partials.ofAll(counts.groups(), plan.segments().get(0).name(), column, dictionary));
    }
}
