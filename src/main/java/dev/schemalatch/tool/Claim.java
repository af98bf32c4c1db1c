package dev.schemalatch.tool;

/** How surely files are a tool's, by their names and texts alone. */
public enum Claim {
    /** They are not. */
    NONE,
    /** They may be; other tools write files of the same look. */
    POSSIBLE,
    /** They may be, and are taken for it where neither other files nor the database tell of another. */
    PRESUMED,
    /** Only this tool writes such files. */
    CERTAIN
}
