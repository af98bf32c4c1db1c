package dev.schemalatch.report;

import dev.schemalatch.history.History;
import dev.schemalatch.remedy.Remedy;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How a report puts the core's values into words. */
final class Words {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Words() {}

    static String time(Instant instant) {
        return MINUTE.format(instant);
    }

    static String count(int number, String what) {
        return number + " " + what + (number == 1 ? "" : plural(what));
    }

    private static String plural(String what) {
        return what.endsWith("x") ? "es" : "s";
    }

    static String state(History.Failed.State state) {
        return switch (state) {
            case RUNNING -> "running now";
            case FAILED -> "failed";
            case CRASHED -> "cut off, the tool vanished";
        };
    }

    static String safety(Remedy remedy) {
        var effect =
                switch (remedy.safety()) {
                    case ReadOnly -> "does not touch the database";
                    case HistoryOnly -> "writes the history table only";
                    case RunsMigrations -> "runs migrations";
                    case ChangesSchema -> "changes the schema";
                    case Safe -> "changes the schema for a moment's lock";
                    case Locks -> "locks while it reads tables or builds indexes";
                    case Rewrites -> "locks while it writes tables anew";
                    case NeedsBackup -> "may change values: take a backup first";
                    case LosesData -> "parts that lose data are commented out";
                };
        return effect + (remedy.proven() ? "; proven in the shadow" : "");
    }
}
