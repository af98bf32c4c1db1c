package dev.schemalatch.verdict;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a check's findings mean.
 *
 * @param verdict the worst that holds
 * @param history is the history what the files say?
 * @param schema is the live schema what the applied migrations produce?
 * @param found everything that was found, for a policy to pick from
 */
public record Assessment(Verdict verdict, Judgement history, Judgement schema, SortedSet<Hold> found) {

    public Assessment {
        found = Collections.unmodifiableSortedSet(new TreeSet<>(found));
    }

    /** What of the findings a policy holds on. */
    public SortedSet<Hold> heldBy(Set<Hold> policy) {
        var held = new TreeSet<>(found);
        held.retainAll(policy.isEmpty() ? EnumSet.noneOf(Hold.class) : policy);
        return held;
    }
}
