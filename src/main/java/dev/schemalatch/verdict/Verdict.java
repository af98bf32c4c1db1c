package dev.schemalatch.verdict;

/** One word for the state of a database, from best to worst: the worst that holds is the verdict. */
public enum Verdict {
    InSync,
    Pending,
    Drifted,
    Diverged,
    Failed,
    Unknown
}
