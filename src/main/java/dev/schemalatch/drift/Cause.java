package dev.schemalatch.drift;

import java.util.Optional;

/**
 * Where a difference came from, as far as it can be told.
 *
 * @param migration the migration that it is tied to
 * @param message one sentence for people
 */
public record Cause(Kind kind, Optional<String> migration, String message) {

    /** The contract's words. */
    public enum Kind {
        /** Nothing explains it: a change by hand. */
        Manual,
        /** A pending migration would make it: applied without being recorded. */
        NotRecorded,
        /** Left by a migration that began and did not finish. */
        PartialMigration,
        /** A migration that the files lack may have made it. */
        MissingMigration,
        /** The file's content then and now differ. */
        EditedMigration
    }

    public static Cause manual() {
        return new Cause(Kind.Manual, Optional.empty(), "no migration makes this change");
    }
}
