package dev.schemalatch.verdict;

/** What {@code spec.gate.holdOn} and {@code --fail-on} can name. */
public enum Hold {
    Pending,
    Failed,
    Missing,
    Edited,
    Drift,
    Precondition,
    Unknown
}
