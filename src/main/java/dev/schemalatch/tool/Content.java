package dev.schemalatch.tool;

/** What stands in a migration's file. */
public sealed interface Content {

    /** SQL, as the tool sends it. */
    record Sql(Script script) implements Content {}

    /** Nothing: the tool counts the migration, and its file is not there. */
    record Lacking() implements Content {}

    /**
     * A program, which is never run.
     *
     * @param language as people call it: {@code Python}
     */
    record Code(String language) implements Content {}
}
