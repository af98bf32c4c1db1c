package dev.schemalatch.tool;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

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
     * @param declares what can be read in it without running it, by its own words: {@code down_revision}, {@code replaces}
     */
    record Code(String language, SortedMap<String, List<String>> declares) implements Content {

        public Code {
            declares = Collections.unmodifiableSortedMap(new TreeMap<>(declares));
        }

        /** One of which nothing is read but that it is there. */
        public Code(String language) {
            this(language, new TreeMap<>());
        }
    }
}
