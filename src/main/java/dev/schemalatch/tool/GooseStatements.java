package dev.schemalatch.tool;

import dev.schemalatch.tool.Script.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The Up part of a file of goose's, cut into what it sends one by one ({@code internal/sqlparser/parser.go}): up to each line
 * that ends in a semicolon, or from {@code StatementBegin} to {@code StatementEnd}.
 */
final class GooseStatements {

    /**
     * What a file holds.
     *
     * @param variables of the environment that nobody gave a value
     * @param unreadable why goose would not run the file
     */
    record Result(List<Part> parts, boolean transaction, Set<String> variables, Optional<String> unreadable) {}

    /** Where in a file a line stands. */
    private enum Place {
        BEFORE,
        UP,
        UP_STATEMENT,
        UP_STATEMENT_END,
        DOWN,
        DOWN_STATEMENT,
        DOWN_STATEMENT_END;

        boolean up() {
            return this == UP || this == UP_STATEMENT || this == UP_STATEMENT_END;
        }

        boolean statementEnd() {
            return this == UP_STATEMENT_END || this == DOWN_STATEMENT_END;
        }
    }

    private static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1;

        private final String why;

        Unreadable(String why) {
            super(why);
            this.why = why;
        }
    }

    private final Map<String, String> environment;
    private final Set<String> unknown = new TreeSet<>();
    private final List<Part> parts = new ArrayList<>();
    private final StringBuilder statement = new StringBuilder();
    private int begun;
    private Place place = Place.BEFORE;
    private boolean transaction = true;
    private boolean variables;

    private GooseStatements(Map<String, String> environment) {
        this.environment = environment;
    }

    static Result of(String text, Map<String, String> environment) {
        var file = new GooseStatements(environment);
        var why = Optional.<String>empty();
        try {
            file.read(GoText.lines(text));
        } catch (Unreadable unreadable) {
            why = Optional.of(unreadable.why);
        }
        return new Result(List.copyOf(file.parts), file.transaction, Set.copyOf(file.unknown), why);
    }

    private void read(List<String> lines) throws Unreadable {
        for (var i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            if (!(place == Place.BEFORE && GoText.trim(line).isEmpty()) && !annotation(line)) {
                line(line, i + 1);
            }
        }
        if (place == Place.BEFORE) {
            throw new Unreadable("it has no line '-- +goose Up'");
        }
        if (place == Place.UP_STATEMENT || place == Place.DOWN_STATEMENT) {
            throw new Unreadable("a '-- +goose StatementEnd' is missing");
        }
        noneOpen();
    }

    /** Whether the line is one that says how to go on, and says no more. */
    private boolean annotation(String line) throws Unreadable {
        if (!GoText.trim(line).startsWith("--") || !line.contains("+goose")) {
            return false;
        }
        switch (GooseAnnotation.of(line).orElseThrow(() -> new Unreadable("goose does not know its line " + line))) {
            case UP -> move(place == Place.BEFORE, Place.UP, "Up");
            case DOWN -> down();
            case STATEMENT_BEGIN -> {
                var open = place == Place.UP || place.statementEnd() || place == Place.DOWN;
                move(open, place.up() ? Place.UP_STATEMENT : Place.DOWN_STATEMENT, "StatementBegin");
            }
            case STATEMENT_END -> {
                var within = place == Place.UP_STATEMENT || place == Place.DOWN_STATEMENT;
                move(within, place.up() ? Place.UP_STATEMENT_END : Place.DOWN_STATEMENT_END, "StatementEnd");
                return false;
            }
            case NO_TRANSACTION -> transaction = false;
            case ENVSUB_ON -> variables = true;
            case ENVSUB_OFF -> variables = false;
        }
        return true;
    }

    private void down() throws Unreadable {
        if (place == Place.UP) {
            noneOpen();
        }
        move(place == Place.UP || place == Place.UP_STATEMENT_END, Place.DOWN, "Down");
    }

    private void move(boolean allowed, Place next, String annotation) throws Unreadable {
        if (!allowed) {
            throw new Unreadable("its '-- +goose " + annotation + "' stands where none may");
        }
        place = next;
    }

    // what is not of the Up part is read all the same, since goose refuses the whole file for it
    private void line(String line, int number) throws Unreadable {
        if (statement.isEmpty() && (GoText.trim(line).startsWith("--") || line.isEmpty())) {
            return;
        }
        if (place == Place.BEFORE) {
            throw new Unreadable("a statement stands before its line '-- +goose Up'");
        }
        var sent = line;
        if (!place.statementEnd()) {
            sent = variables ? GooseVariables.expand(line, environment, place.up() ? unknown : new TreeSet<>()) : line;
            begun = statement.isEmpty() ? number : begun;
            statement.append(sent).append('\n');
        }
        if (!place.up()) {
            statement.setLength(0);
        } else if (place == Place.UP_STATEMENT_END) {
            store();
            place = Place.UP;
        } else if (place == Place.UP && endsStatement(sent)) {
            store();
        }
    }

    private void store() {
        var sql = GoText.trim(statement.toString());
        if (!sql.isEmpty()) {
            parts.add(new Part(sql, begun));
        }
        statement.setLength(0);
    }

    private void noneOpen() throws Unreadable {
        if (!GoText.trim(statement.toString()).isEmpty()) {
            throw new Unreadable(
                    "the statement that begins in line " + begun + " has no semicolon at the end of a line");
        }
    }

    // the last word before a comment
    private static boolean endsStatement(String line) {
        var last = "";
        for (var word : GoText.fields(line)) {
            if (word.startsWith("--")) {
                break;
            }
            last = word;
        }
        return last.endsWith(";");
    }
}
