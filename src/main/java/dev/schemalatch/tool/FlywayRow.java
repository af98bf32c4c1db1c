package dev.schemalatch.tool;

import dev.schemalatch.sql.Row;
import dev.schemalatch.tool.Applied.State;
import dev.schemalatch.tool.FlywayFile.Kind;
import java.util.Optional;

/**
 * A row of Flyway's table ({@code internal/schemahistory/BaseAppliedMigration.java}).
 *
 * @param repeatable whether it has no version
 * @param type {@code SQL}, {@code JDBC}, {@code SQL_BASELINE} ... for what was run; {@code BASELINE}, {@code DELETE}, {@code SCHEMA}
 *     for what was only recorded
 */
record FlywayRow(
        Optional<FlywayVersion> version,
        boolean repeatable,
        String description,
        String type,
        String script,
        boolean success,
        Row row) {

    /** A migration that Flyway ran, or tried to. */
    boolean ran() {
        return !isBaselineMark() && !type.equals("DELETE") && !type.equals("SCHEMA") && !isUndo();
    }

    /** Recorded by {@code flyway baseline}: what the database held before it. */
    boolean isBaselineMark() {
        return type.equals("BASELINE");
    }

    /** Recorded by {@code flyway repair}: a migration's file is gone, and that is meant. */
    boolean isDeletion() {
        return type.equals("DELETE") && success;
    }

    boolean isUndo() {
        return type.startsWith("UNDO");
    }

    /** Names that old versions gave to baseline scripts included. */
    boolean isBaselineScript() {
        return type.endsWith("_BASELINE") || type.endsWith("_STATE_SCRIPT");
    }

    boolean speaksOf(FlywayRow other) {
        return repeatable == other.repeatable
                && (repeatable
                        ? description.equals(other.description)
                        : version.isPresent()
                                && other.version.isPresent()
                                && version.get().isSame(other.version.get()));
    }

    /** Whether a file is what the row was written for. */
    boolean isOf(FlywayFile file) {
        if (file.kind() == Kind.REPEATABLE || repeatable) {
            return file.kind() == Kind.REPEATABLE && repeatable && description.equals(file.storedDescription());
        }
        return (file.kind() == Kind.BASELINE) == isBaselineScript()
                && file.code() == isCode()
                && version.filter(own -> own.isSame(file.version().orElseThrow()))
                        .isPresent();
    }

    boolean isCode() {
        return type.contains("JDBC") || type.equals("CUSTOM");
    }

    Applied applied(String name, State state) {
        return Applied.of(name, state, row);
    }
}
