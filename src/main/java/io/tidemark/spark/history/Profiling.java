package io.tidemark.spark.history;

import io.tidemark.cohort.Cohort;
import io.tidemark.cohort.Reference.OtherTable;
import io.tidemark.cohort.SegmentKey;
import io.tidemark.config.MonitorConfig;
import io.tidemark.feature.Feature;
import io.tidemark.spark.pass.ColumnProfiles;
import io.tidemark.spark.pass.PartialKey;
import io.tidemark.spark.pass.PassPlan;
import io.tidemark.spark.pass.ProfilePass;
import io.tidemark.spark.source.MonitoredTable;
import io.tidemark.spark.source.SourceChanges;
import io.tidemark.spark.source.SourceFile;
import io.tidemark.spark.source.SourceFiles;
import io.tidemark.spark.source.SourceReading;
import io.tidemark.spark.source.TableFacts;
import io.tidemark.spark.table.TableStore;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;
import scala.Tuple2;

/**
 * From applicants to profiles. Where an earlier run counted the same, only cohorts are read whose rows have changed since; what is known of
 * the others is kept, and both together are what a run over everything would have come to.
 */
public final class Profiling {
    private static final int SHARES_PER_CORE = 4;
    private static final int COLUMNS_PER_TASK = 16;

    private final JavaSparkContext context;
    private final MonitoredTable table;
    private final TableStore store;
    private final String settings;
    private final List<JavaRDD<?>> kept;

    /**
     * A way to the profiles of a table.
     *
     * @param settings what decides over the counts, as {@link ProfileSettings} has it
     * @param kept takes what is to be released when the run ends
     */
    public Profiling(
            JavaSparkContext context, MonitoredTable table, TableStore store, String settings, List<JavaRDD<?>> kept) {
        this.context = context;
        this.table = table;
        this.store = store;
        this.settings = settings;
        this.kept = kept;
    }

    public Profiled profiles() {
        Optional<SortedMap<String, String>> listing = SourceFiles.of(table.source());
        return listing.flatMap(this::changed).orElseGet(() -> everything(listing));
    }

    private MonitorConfig config() {
        return table.config();
    }

    private PassPlan plan(Map<String, String> leftOut) {
        List<Feature> features = table.selection().watched().stream()
                .filter(feature -> !leftOut.containsKey(feature.name()))
                .toList();
        return new PassPlan(
                features, segments(), config().calendar(), config().asOf().orElse(LocalDate.MAX));
    }

    /** The segments and, where there are outcomes, the slices that the label cuts: bads, goods and those without an outcome. */
    private List<SegmentKey> segments() {
        List<SegmentKey> segments = new ArrayList<>(config().columns().segments());
        if (config().outcomes().hasLabel()) {
            segments.add(new SegmentKey(List.of(config().outcomes().label())));
        }
        return segments;
    }

    private Profiled everything(Optional<SortedMap<String, String>> listing) {
        PassPlan plan = plan(Map.of());
        JavaRDD<ColumnProfiles> profiles =
                merged(plan, withReferences(plan, pass(plan).over(table.rows())));
        Map<Integer, ColumnProfiles> ofTable = ofTable(profiles, plan);
        TableFacts facts = TableFacts.of(ofTable.get(plan.label()), ofTable.get(plan.timeText()), plan);
        Optional<List<SourceFile>> files = listing.flatMap(known -> SourceReading.of(ofTable.get(plan.file()), known));
        return new Profiled(plan, histories(profiles, plan), facts, Reach.WHOLE, Optional.empty(), files, Map.of());
    }

    /** What a run over everything would say, from an earlier one and the cohorts that have changed since; empty where that cannot be. */
    private Optional<Profiled> changed(SortedMap<String, String> listing) {
        Optional<EarlierRun> found = EarlierRun.of(store, context, config().monitor(), settings)
                .filter(run -> !config().asOf().orElse(LocalDate.MAX).isBefore(run.asOf()));
        if (found.isEmpty()) {
            return Optional.empty();
        }
        EarlierRun earlier = found.get();
        PassPlan plan = plan(earlier.leftOut());
        SourceChanges changes = SourceChanges.between(earlier.files(), listing);
        JavaPairRDD<PartialKey, byte[]> unread = unread(plan, changes);
        JavaRDD<ColumnProfiles> profiles = merged(plan, unread);
        Map<Integer, ColumnProfiles> ofTable = ofTable(profiles, plan);
        if (!ofTable.get(plan.timeText()).all().isEmpty()) {
            return Optional.empty();
        }
        SortedMap<String, String> unreadListing = new TreeMap<>(listing);
        unreadListing.keySet().retainAll(changes.unread());
        return SourceReading.of(ofTable.get(plan.file()), unreadListing)
                .map(read -> combined(plan, changes, read, earlier, unread, profiles));
    }

    /** What is in files that no earlier run has read, whichever cohorts they turn out to belong to, and in reference tables. */
    private JavaPairRDD<PartialKey, byte[]> unread(PassPlan plan, SourceChanges changes) {
        JavaPairRDD<PartialKey, byte[]> partials = withReferences(
                plan,
                changes.unread().isEmpty()
                        ? JavaPairRDD.fromJavaRDD(context.emptyRDD())
                        : pass(plan).overFiles(table.scoring().scored(reading().rowsIn(changes.unread()))));
        // They are merged once more where rows of the same cohorts turn out to be in other files too.
        keep(partials.rdd().toJavaRDD());
        return partials;
    }

    private Profiled combined(
            PassPlan plan,
            SourceChanges changes,
            List<SourceFile> read,
            EarlierRun earlier,
            JavaPairRDD<PartialKey, byte[]> unread,
            JavaRDD<ColumnProfiles> ofUnread) {
        Set<Cohort> cohorts = changes.changedCohorts(read, plan.calendar());
        List<SourceFile> files = new ArrayList<>(changes.kept().values());
        List<SourceFile> again = files.stream()
                .filter(file -> file.hasAnyOf(cohorts, plan.calendar()))
                .toList();
        files.addAll(read);
        JavaRDD<ColumnProfiles> profiles = again.isEmpty()
                ? ofUnread
                : merged(
                        plan,
                        unread.union(pass(plan.only(cohorts))
                                .overFiles(table.scoring().scored(reading().rowsIn(cohorts, plan.calendar(), again)))));
        ColumnProfiles labels = ofTable(profiles, plan).get(plan.label());
        JavaPairRDD<Integer, ColumnHistory> counted =
                histories(profiles, plan).mapToPair(history -> new Tuple2<>(history.column(), history));
        JavaRDD<ColumnHistory> histories = counted.cogroup(
                        StoredProfiles.of(store, context, config().monitor(), plan, cohorts))
                .map(column -> ColumnHistory.of(
                        column._1(), first(column._2()._1()), column._2()._2()));
        boolean isReferenceTouched = plan.calendar().references().stream()
                .anyMatch(reference -> reference instanceof OtherTable
                        || cohorts.stream().anyMatch(cohort -> plan.calendar().isWithin(cohort, reference)));
        return new Profiled(
                plan,
                histories,
                TableFacts.of(files, labels, plan),
                new Reach(false, cohorts, isReferenceTouched),
                Optional.of(earlier.id()),
                Optional.of(files),
                earlier.leftOut());
    }

    private static Optional<ColumnHistory> first(Iterable<ColumnHistory> histories) {
        return StreamSupport.stream(histories.spliterator(), false).findFirst();
    }

    private ProfilePass pass(PassPlan plan) {
        return new ProfilePass(plan, config().columns());
    }

    private SourceReading reading() {
        return new SourceReading(table.source(), config().columns().time());
    }

    private JavaPairRDD<PartialKey, byte[]> withReferences(PassPlan plan, JavaPairRDD<PartialKey, byte[]> partials) {
        JavaPairRDD<PartialKey, byte[]> all = partials;
        for (Map.Entry<OtherTable, Dataset<Row>> reference : table.references().entrySet()) {
            all = all.union(pass(plan).overReference(reference.getValue(), reference.getKey()));
        }
        return all;
    }

    private JavaRDD<ColumnProfiles> merged(PassPlan plan, JavaPairRDD<PartialKey, byte[]> partials) {
        return keep(pass(plan).merged(partials, partitions(plan)));
    }

    private <T> JavaRDD<T> keep(JavaRDD<T> rdd) {
        kept.add(rdd.persist(StorageLevel.MEMORY_AND_DISK()));
        return rdd;
    }

    /** Enough for every core to have some, and so many that a task holds the results of few columns. */
    private int partitions(PassPlan plan) {
        int forCores = Math.min(plan.counted(), SHARES_PER_CORE * context.defaultParallelism());
        return Math.max(forCores, plan.counted() / COLUMNS_PER_TASK);
    }

    private JavaRDD<ColumnHistory> histories(JavaRDD<ColumnProfiles> profiles, PassPlan plan) {
        long privacyFloor = config().privacyFloor();
        return profiles.filter(column -> plan.isFeature(column.column()))
                .map(column -> ColumnHistory.of(column, plan, privacyFloor));
    }

    /** The columns that tell of the table as a whole. */
    private static Map<Integer, ColumnProfiles> ofTable(JavaRDD<ColumnProfiles> profiles, PassPlan plan) {
        Map<Integer, ColumnProfiles> found =
                new HashMap<>(profiles.filter(column -> !plan.isFeature(column.column())).collect().stream()
                        .collect(Collectors.toMap(ColumnProfiles::column, column -> column)));
        for (int column : new int[] {plan.label(), plan.timeText(), plan.file()}) {
            found.putIfAbsent(column, new ColumnProfiles(column, Map.of()));
        }
        return found;
    }
}
