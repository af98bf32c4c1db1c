package dev.schemalatch.tool;

import dev.schemalatch.tool.LiquibaseChangeSet.Again;
import java.util.Optional;

/**
 * What a changeset is called by: three words of the history, of which none is unique.
 *
 * @param filtered whether it has contexts or labels
 */
record LiquibaseKey(Again again, boolean filtered, String path, String id, String author) {

    private static final String BETWEEN = "\u0000";

    String text() {
        return String.join(BETWEEN, again.name(), Boolean.toString(filtered), path, id, author);
    }

    static Optional<LiquibaseKey> of(String text) {
        var words = text.split(BETWEEN, -1);
        return words.length == 5
                ? Optional.of(new LiquibaseKey(
                        Again.valueOf(words[0]), Boolean.parseBoolean(words[1]), words[2], words[3], words[4]))
                : Optional.empty();
    }

    boolean isCalled(String otherId, String otherAuthor) {
        return author.equalsIgnoreCase(otherAuthor)
                && (id.equalsIgnoreCase(otherId)
                        || isRaw() && otherId.equals(LiquibaseRaw.ID + "_" + path.replace('/', '_')));
    }

    private boolean isRaw() {
        return id.equals(LiquibaseRaw.ID);
    }

    /** Whether a recorded path is this one, seen from another folder. */
    boolean isNear(String otherPath) {
        var own = "/" + path;
        var other = "/" + otherPath;
        return own.endsWith(other) || other.endsWith(own);
    }
}
