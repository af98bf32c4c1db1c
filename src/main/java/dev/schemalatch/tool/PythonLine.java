package dev.schemalatch.tool;

import java.util.List;

/**
 * A logical line of a Python program: brackets, backslashes and long strings are followed over the ends of lines.
 *
 * @param indent columns before its first word; a tab goes to the next multiple of eight
 */
record PythonLine(int indent, List<PythonToken> tokens) {

    PythonLine {
        tokens = List.copyOf(tokens);
    }

    /** The name of the class that begins here; empty text where none does. */
    String beginsClass() {
        return tokens.size() > 1 && tokens.get(0).is("class") ? tokens.get(1).text() : "";
    }
}
