package dev.schemalatch.shadow;

import dev.schemalatch.tool.Script;
import dev.schemalatch.tool.Script.Part;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A script in the pieces that go over the wire, each a query of its own.
 *
 * @param parts with the lines of the file that they begin in
 */
record Pieces(List<Part> parts) {

    Pieces {
        parts = List.copyOf(parts);
    }

    /** As the tool sends them. */
    static Pieces of(Script script) {
        return script.mode() == Script.Mode.BY_STATEMENT ? statements(script) : new Pieces(script.parts());
    }

    /** Each statement by itself. */
    static Pieces statements(Script script) {
        return new Pieces(
                script.parts().stream().flatMap(part -> split(part).stream()).toList());
    }

    private static List<Part> split(Part part) {
        var statements = Statements.of(part.sql());
        return IntStream.rangeClosed(1, statements.count())
                .mapToObj(number -> new Part(
                        statements.text(number),
                        part.line()
                                + lines(
                                        part.sql(),
                                        statements.spans().get(number - 1).start())))
                .toList();
    }

    /** Lines that end before an offset. */
    static int lines(String text, int offset) {
        return (int) text.substring(0, Math.min(offset, text.length()))
                .chars()
                .filter(c -> c == '\n')
                .count();
    }

    int count() {
        return parts.size();
    }

    /** How many statements there are. */
    int statements() {
        return statementsBefore(parts.size());
    }

    /** How many statements stand in the pieces before one, which is counted from 0. */
    int statementsBefore(int piece) {
        return parts.subList(0, piece).stream()
                .mapToInt(part -> Statements.of(part.sql()).count())
                .sum();
    }
}
