package dev.schemalatch.testing;

import dev.schemalatch.drift.Difference;
import dev.schemalatch.drift.Difference.Change;
import dev.schemalatch.drift.Drift;
import java.util.List;

/** Drift as lines that a test can show: {@code Changed table column public.t.a data_type: integer -> bigint}. */
public final class DriftLines {

    private DriftLines() {}

    /** With the parts of what came or went in brackets, and any space in a value as one blank. */
    public static List<String> of(Drift drift) {
        return drift.differences().stream().map(DriftLines::line).toList();
    }

    private static String line(Difference difference) {
        var line = new StringBuilder(difference.change() + " " + difference.key());
        if (difference.change() == Change.Changed) {
            difference
                    .attributes()
                    .forEach((name, values) -> line.append(" %s: %s -> %s"
                            .formatted(
                                    name,
                                    values.expected().orElse("-"),
                                    values.actual().orElse("-"))));
        }
        if (!difference.parts().isEmpty()) {
            line.append(" ").append(difference.parts());
        }
        return line.toString().replaceAll("\\s+", " ");
    }
}
