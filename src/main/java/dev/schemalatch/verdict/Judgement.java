package dev.schemalatch.verdict;

import dev.schemalatch.failure.Reason;

/** The answer to one question, as a condition shows it. */
public record Judgement(Truth truth, Reason reason, String message) {

    /** A condition's status. */
    public enum Truth {
        True,
        False,
        Unknown
    }
}
