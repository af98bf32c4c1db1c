package dev.schemalatch.operator;

import dev.schemalatch.api.v1alpha1.DriftStatus;
import dev.schemalatch.drift.Difference;
import dev.schemalatch.drift.Difference.Change;
import dev.schemalatch.drift.Difference.Values;
import dev.schemalatch.drift.Drift;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A drift as a status shows it. */
final class Drifts {

    private Drifts() {}

    static DriftStatus status(Drift drift) {
        var differences = drift.differences();
        return new DriftStatus(
                drift.fingerprint().orElse(null),
                differences.size(),
                drift.count(Change.Missing),
                drift.count(Change.Extra),
                drift.count(Change.Changed),
                differences.stream().limit(Text.ENTRIES).map(Drifts::item).toList(),
                differences.size() > Text.ENTRIES ? true : null);
    }

    private static DriftStatus.Item item(Difference difference) {
        return new DriftStatus.Item(
                difference.change().name(),
                Text.bounded(difference.key().type(), Text.NAME),
                Text.bounded(difference.key().identity(), Text.NAME),
                side(difference, Values::expected),
                side(difference, Values::actual),
                difference.cause().kind().name(),
                difference
                        .cause()
                        .migration()
                        .map(name -> Text.bounded(name, Text.NAME))
                        .orElse(null),
                Text.bounded(message(difference), Text.SENTENCE));
    }

    /** One side of what changed; an object that came or went as a whole is named, not spelled out. */
    private static @Nullable String side(Difference difference, Function<Values, Optional<String>> side) {
        if (difference.change() != Change.Changed) {
            return null;
        }
        var text = difference.attributes().entrySet().stream()
                .map(entry -> "%s: %s"
                        .formatted(entry.getKey(), side.apply(entry.getValue()).orElse("(not set)")))
                .collect(Collectors.joining(", "));
        return Text.bounded(text, Text.VALUE);
    }

    private static String message(Difference difference) {
        var parts = difference.parts().size();
        return parts == 0
                ? difference.cause().message()
                : "%s; with %d %s of it".formatted(difference.cause().message(), parts, parts == 1 ? "part" : "parts");
    }
}
