package io.tidemark.shift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.tidemark.cohort.Calendar;
import io.tidemark.cohort.Cooldown;
import io.tidemark.cohort.Granularity;
import io.tidemark.cohort.Window;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlarmRuleTest {
    private static final Cooldown NONE = new Cooldown(List.of(), 0);
    private static final Calendar OPEN = calendar();

    private static Calendar calendar(Window... quarantine) {
        return new Calendar(Granularity.MONTH, List.of(Made.YEAR_2023), List.of(quarantine));
    }

    /** Months from January 2024 on: none, n negligible, m moderate, M major, ? cannot tell. */
    private static String alarms(AlarmRule rule, Calendar calendar, String severities) {
        List<JudgedShift> shifts = new ArrayList<>();
        for (int i = 0; i < severities.length(); i++) {
            Severity severity = switch (severities.charAt(i)) {
                case 'n' -> Severity.NEGLIGIBLE;
                case 'm' -> Severity.MODERATE;
                case 'M' -> Severity.MAJOR;
                case '?' -> Severity.CANNOT_TELL;
                default -> Severity.NONE;
            };
            FeatureShift shift = Made.shift("income", Made.month(i + 1), 0.1, null);
            shifts.add(new JudgedShift(shift, 0.01, severity, null, false, null, null));
        }
        StringBuilder text = new StringBuilder();
        rule.follow(shifts, calendar).forEach(shift -> text.append(shift.isAlarm() ? '!' : '.'));
        return text.toString();
    }

    @ParameterizedTest
    @CsvSource({
        "m........., ..........",
        "-m-m-m----, ...!.!....",
        "-m--m-----, ..........",
        "-mmm-m----, ..!!.!....",
        "-M--------, .!........",
        "m?m-------, ..!.......",
        "nnnnnnnnnn, ..........",
    })
    void aModerateShiftIsAnAlarmInTwoOfThreeCohortsAMajorOneAtOnce(String severities, String expected) {
        assertEquals(expected, alarms(new AlarmRule(2, 3, NONE), OPEN, severities.substring(0, 10)));
    }

    @Test
    void oneOfOneRaisesEveryShift() {
        assertEquals(".!.!", alarms(new AlarmRule(1, 1, NONE), OPEN, "-m-M"));
    }

    @Test
    void afterTheModelWasRenewedAlarmsAreHeld() {
        Cooldown cooldown = new Cooldown(List.of(LocalDate.parse("2024-03-15")), 1);
        assertEquals("!!..!!", alarms(new AlarmRule(2, 3, cooldown), OPEN, "MMMMMM"));
    }

    @Test
    void aCohortUnderQuarantineRaisesNoneAndDoesNotCount() {
        Calendar calendar = calendar(Window.parse("2024-02-10..2024-02-20"));
        assertEquals("..!", alarms(new AlarmRule(2, 2, NONE), calendar, "mMm"));
        assertEquals("...", alarms(new AlarmRule(2, 2, NONE), calendar, "-mm"));
    }

    @Test
    void moreThanAllCannotBeRequired() {
        assertThrows(IllegalArgumentException.class, () -> new AlarmRule(4, 3, NONE));
        assertThrows(IllegalArgumentException.class, () -> new AlarmRule(0, 3, NONE));
    }
}
