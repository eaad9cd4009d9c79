package io.tidemark.sample;

import java.io.Serializable;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which shifts are planted, by their names; {@link PlantedShifts} knows their days. A season has one name for all years.
 *
 * @param names of {@link #NAMES}, in that order; none for a history in which nothing happens
 */
public record ShiftChoice(List<String> names) implements Serializable {
    private static final List<String> USUAL_NAMES = List.of(
            PlantedShifts.SUMMER_HOLIDAYS,
            PlantedShifts.WINTER_HOLIDAYS,
            PlantedShifts.UTILISATION_DRIFT,
            PlantedShifts.RENTER_BEHAVIOUR,
            PlantedShifts.DIGITAL_ID,
            PlantedShifts.BUREAU_SCORECARD,
            PlantedShifts.BROKER_MIX,
            PlantedShifts.EMPLOYMENT_UNASKED,
            PlantedShifts.INCOME_IN_THOUSANDS);

    private static final List<String> LONE_NAMES = List.of(
            PlantedShifts.NEW_CLIENTELE,
            PlantedShifts.BEHAVIOUR_BREAK,
            PlantedShifts.BEHAVIOUR_SPELL,
            PlantedShifts.BASE_RATE,
            PlantedShifts.INCOME_UNMENDED);

    /** The names that there are. */
    public static final List<String> NAMES =
            Stream.concat(USUAL_NAMES.stream(), LONE_NAMES.stream()).toList();

    /** What is planted unless something else is asked for: a history in which shifts of many kinds overlap. */
    public static final ShiftChoice USUAL = new ShiftChoice(USUAL_NAMES);

    public static final ShiftChoice NONE = new ShiftChoice(List.of());

    /** The words that stand for more or less than one shift. */
    private static final String USUAL_WORD = "usual";

    private static final String NONE_WORD = "none";

    /** Everything that {@link #of} reads. */
    public static final List<String> WORDS =
            Stream.concat(Stream.of(USUAL_WORD, NONE_WORD), NAMES.stream()).toList();

    public ShiftChoice {
        Set<String> given = new LinkedHashSet<>(names);
        if (!NAMES.containsAll(given)) {
            throw new IllegalArgumentException("of the shifts " + given + " some are not among " + NAMES);
        }
        names = NAMES.stream().filter(given::contains).toList();
    }

    /**
     * All that the words stand for together.
     *
     * @throws IllegalArgumentException if one is not among {@link #WORDS}
     */
    public static ShiftChoice of(List<String> words) {
        return new ShiftChoice(words.stream()
                .flatMap(word -> switch (word) {
                    case USUAL_WORD -> USUAL_NAMES.stream();
                    case NONE_WORD -> Stream.empty();
                    default -> Stream.of(word);
                })
                .toList());
    }

    boolean includes(PlantedShift shift) {
        return names.stream().anyMatch(shift::isNamed);
    }

    /** The words that {@link #of} reads as this choice, with commas between them. */
    String words() {
        return equals(USUAL) ? USUAL_WORD : names.isEmpty() ? NONE_WORD : String.join(",", names);
    }
}
