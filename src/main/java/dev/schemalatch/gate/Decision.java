package dev.schemalatch.gate;

import dev.schemalatch.failure.Reason;
import dev.schemalatch.verdict.Hold;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Whether a version may start, by what was found this time.
 *
 * @param held what holds it; empty where it may start
 * @param message why, for people
 */
public record Decision(SortedSet<Hold> held, Reason reason, String message) {

    public Decision {
        held = Collections.unmodifiableSortedSet(new TreeSet<>(held));
    }

    public boolean allowed() {
        return held.isEmpty();
    }
}
