package dev.schemalatch.tool;

import java.util.Optional;
import java.util.stream.Stream;

/** A line {@code -- +goose ...}. */
enum GooseAnnotation {
    UP("Up"),
    DOWN("Down"),
    STATEMENT_BEGIN("StatementBegin"),
    STATEMENT_END("StatementEnd"),
    NO_TRANSACTION("NO TRANSACTION"),
    ENVSUB_ON("ENVSUB ON"),
    ENVSUB_OFF("ENVSUB OFF");

    private final String words;

    GooseAnnotation(String words) {
        this.words = words;
    }

    /** What a line that holds {@code --} and {@code +goose} says; empty where goose refuses it. */
    static Optional<GooseAnnotation> of(String line) {
        if (line.startsWith(" ") || line.startsWith("\t")) {
            return Optional.empty();
        }
        var said = GoText.trim(line.replace("--", "").replaceFirst("\\+goose", ""));
        return Stream.of(values())
                .filter(annotation -> annotation.words.equalsIgnoreCase(said))
                .findFirst();
    }
}
