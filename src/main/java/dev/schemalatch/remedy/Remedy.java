package dev.schemalatch.remedy;

import java.util.Optional;

/**
 * One step out of a situation.
 *
 * @param situation what it is for, in a few words
 * @param action what to do, one sentence
 * @param command what to run, copyable; empty where the step is no command
 * @param safety what it does to a database in use
 * @param proven whether it was tried in the shadow and led where it should
 */
public record Remedy(String situation, String action, Optional<String> command, Safety safety, boolean proven) {

    /** What a step does to a database in use, from harmless to grave. */
    public enum Safety {
        /** Changes files or nothing at all. */
        ReadOnly,
        /** Writes the history table alone. */
        HistoryOnly,
        /** Changes the schema as the migrations say; what that locks is the migrations' affair. */
        RunsMigrations,
        /** Changes the schema by SQL that people should read first. */
        ChangesSchema,
        /** Changes the catalog alone; a lock, where it takes one, is short. */
        Safe,
        /** Holds a lock while it reads a whole table or builds an index. */
        Locks,
        /** Writes a whole table anew, under a lock. */
        Rewrites,
        /** May change what values mean, or fail on them: take a backup first. */
        NeedsBackup,
        /** What was stored is gone. */
        LosesData;

        static Safety of(dev.schemalatch.ddl.Safety safety) {
            return valueOf(safety.name());
        }
    }
}
