package dev.schemalatch.check;

import dev.schemalatch.catalog.Catalog;
import dev.schemalatch.drift.Drift;
import dev.schemalatch.history.History;
import java.util.List;

/**
 * A live schema beside a replay, within what is compared.
 *
 * @param expected what the applied migrations make
 * @param steps what each migration that is not applied does on top
 * @param drift between {@code expected} and {@code live}, not explained yet
 */
record Situated(
        Scope scope,
        History history,
        Replayed replayed,
        Catalog expected,
        Catalog live,
        List<Step> steps,
        Drift drift) {

    Situated {
        steps = List.copyOf(steps);
    }
}
