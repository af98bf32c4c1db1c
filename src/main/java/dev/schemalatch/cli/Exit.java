package dev.schemalatch.cli;

import dev.schemalatch.verdict.Hold;
import java.util.Set;

/** The exit status of every command. */
final class Exit {

    /** Nothing was found that {@code --fail-on} names. */
    static final int NOTHING_FOUND = 0;

    /** It could not be told: usage, connection, replay. */
    static final int COULD_NOT_TELL = 1;

    static final int FOUND = 2;

    private Exit() {}

    /** Not knowing comes first, whatever {@code --fail-on} names: it is never taken for "all is well". */
    static int of(Set<Hold> found, Set<Hold> failOn) {
        if (found.contains(Hold.Unknown)) {
            return COULD_NOT_TELL;
        }
        return found.stream().anyMatch(failOn::contains) ? FOUND : NOTHING_FOUND;
    }
}
