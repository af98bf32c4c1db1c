package dev.schemalatch.drift;

/** How much of what a migration does to the schema a database already has. */
public enum Extent {
    /** All of it. */
    WHOLE,
    /** Some of it, or something else in its place. */
    PARTLY,
    /** Nothing of it. */
    NONE,
    /** The migration changes nothing that a schema shows (data, settings), or its effect is not known. */
    UNSEEN
}
