package dev.schemalatch.ddl;

/** PostgreSQL's table locks, weakest first, as far as statements that change a schema take them. */
public enum Lock {
    /** No lock that anybody using the schema could meet. */
    None("no lock"),
    /** Blocks other schema changes, not reads or writes. */
    ShareUpdateExclusive("SHARE UPDATE EXCLUSIVE"),
    /** Blocks writes. */
    Share("SHARE"),
    /** Blocks writes. */
    ShareRowExclusive("SHARE ROW EXCLUSIVE"),
    /** Blocks reads and writes. */
    AccessExclusive("ACCESS EXCLUSIVE");

    private final String word;

    Lock(String word) {
        this.word = word;
    }

    /** As PostgreSQL's documentation writes it. */
    public String word() {
        return word;
    }
}
