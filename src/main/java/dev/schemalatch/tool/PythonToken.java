package dev.schemalatch.tool;

/**
 * A word of a Python program.
 *
 * @param text what a string holds, else as it is written
 */
record PythonToken(Kind kind, String text) {

    /** What it is, as far as reading declarations needs it. */
    enum Kind {
        NAME,
        /** A string whose value stands in the program: no f-string, no bytes. */
        STRING,
        OTHER
    }

    boolean is(String other) {
        return kind != Kind.STRING && text.equals(other);
    }
}
