package dev.schemalatch.tool;

import java.time.LocalDate;
import java.time.ZoneOffset;

/** The time in front of a folder's name, since 1.0 ({@code formatToMillis} in {@code migrator.utils.ts}). */
final class DrizzleTime {

    private DrizzleTime() {}

    /** Milliseconds of the epoch; the name itself where it does not begin with fourteen digits. */
    static String of(String name) {
        return name.matches("(?s)\\d{14}.*") ? Long.toString(milliseconds(name)) : name;
    }

    // as Date.UTC does, a month 13 is the next year's first
    private static long milliseconds(String name) {
        var day = LocalDate.of(number(name, 0, 4), 1, 1)
                .plusMonths(number(name, 4, 6) - 1L)
                .plusDays(number(name, 6, 8) - 1L);
        return day.atStartOfDay()
                .plusHours(number(name, 8, 10))
                .plusMinutes(number(name, 10, 12))
                .plusSeconds(number(name, 12, 14))
                .toInstant(ZoneOffset.UTC)
                .toEpochMilli();
    }

    private static int number(String name, int from, int to) {
        return Integer.parseInt(name.substring(from, to));
    }
}
