package dev.schemalatch.tool;

import com.ibm.icu.text.Collator;
import com.ibm.icu.text.RuleBasedCollator;
import com.ibm.icu.util.ULocale;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The order of node-pg-migrate's files ({@code utils/comparators.ts}), and what it does where the history has another. */
final class NodePgMigrateOrder {

    private static final Pattern PREFIX = Pattern.compile("^\\d+");
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuuMMddHHmmssSSS");

    /** Of names of files: by the number in front, then as {@code localeCompare} with numbers and without punctuation. */
    static final Comparator<String> BY_FILE_NAME =
            Comparator.comparingDouble(NodePgMigrateOrder::time).thenComparing(natural());

    private NodePgMigrateOrder() {}

    private static Comparator<String> natural() {
        var collator = (RuleBasedCollator) Collator.getInstance(ULocale.ROOT);
        collator.setNumericCollation(true);
        collator.setAlternateHandlingShifted(true);
        collator.freeze();
        Comparator<String> order = collator::compare;
        return order.thenComparing(Comparator.naturalOrder());
    }

    static boolean hasPrefix(String name) {
        return PREFIX.matcher(name).find();
    }

    /** Seventeen digits are a date in UTC; none count as nothing. */
    private static double time(String name) {
        var prefix = PREFIX.matcher(name);
        if (!prefix.find()) {
            return 0;
        }
        var digits = prefix.group();
        return digits.length() == 17 ? milliseconds(digits) : Double.parseDouble(digits);
    }

    private static double milliseconds(String date) {
        try {
            return LocalDateTime.parse(date, DATE).toInstant(ZoneOffset.UTC).toEpochMilli();
        } catch (DateTimeException noDate) {
            return Double.parseDouble(date);
        }
    }

    /** {@code checkOrder} in {@code runner.ts}. */
    static Optional<String> refusal(Reading reading) {
        var applied = reading.applied();
        var shipped = reading.shipped();
        return IntStream.range(0, Math.min(applied.size(), shipped.size()))
                .filter(at -> !shipped.get(at).name().equals(applied.get(at).name()))
                .boxed()
                .findFirst()
                .map(at -> Note.of(
                        "node-pg-migrate refuses to run unless --no-check-order is given: \"Not run migration %s is"
                                + " preceding already run migration %s\"",
                        shipped.get(at).name(), applied.get(at).name()));
    }
}
