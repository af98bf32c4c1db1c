package dev.schemalatch.tool;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;

/** A file of Drizzle as it is sent ({@code readMigrationFiles} in {@code migrator.ts}): in pieces, all inside a transaction. */
final class DrizzleScript {

    private static final String BREAKPOINT = "--> statement-breakpoint";

    private DrizzleScript() {}

    static Script of(String text) {
        var parts = new ArrayList<Script.Part>();
        var line = 1;
        for (var from = 0; from <= text.length(); ) {
            var mark = text.indexOf(BREAKPOINT, from);
            var piece = text.substring(from, mark < 0 ? text.length() : mark);
            if (!piece.isBlank()) {
                parts.add(new Script.Part(piece, line));
            }
            line += (int) piece.chars().filter(c -> c == '\n').count();
            from = mark < 0 ? text.length() + 1 : mark + BREAKPOINT.length();
        }
        return new Script(parts, Script.Mode.IN_TRANSACTION);
    }

    /** What the history stores of it: SHA-256 of the text in lower-case hex. Drizzle never looks at it again. */
    static String hash(String text) {
        return Hash.sha256(text.getBytes(StandardCharsets.UTF_8));
    }
}
