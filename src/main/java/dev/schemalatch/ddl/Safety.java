package dev.schemalatch.ddl;

/** What a step does to a database in use, from harmless to grave. */
public enum Safety {
    /** Changes nothing in the database. */
    ReadOnly,
    /** Changes the catalog alone; a lock, where it takes one, is short. */
    Safe,
    /** Holds a lock while it reads a whole table or builds an index. */
    Locks,
    /** Writes a whole table anew, under a lock. */
    Rewrites,
    /** May change what values mean, or fail on them: take a backup first. */
    NeedsBackup,
    /** What was stored is gone. */
    LosesData
}
