package dev.schemalatch.tool;

import dev.schemalatch.tool.PythonToken.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a Python program declares: the names it assigns outside of functions, and in the bodies of its classes.
 *
 * @param names of the module to what it assigns last
 * @param classes to the names in their bodies
 */
record PythonProgram(Map<String, PythonValue> names, Map<String, Map<String, PythonValue>> classes) {

    static PythonProgram read(String text) {
        var program = new PythonProgram(new TreeMap<>(), new TreeMap<>());
        var inside = Optional.<String>empty();
        var body = 0;
        for (var line : PythonLexer.lines(text)) {
            if (line.indent() == 0) {
                inside = Optional.of(line.beginsClass()).filter(name -> !name.isEmpty());
                inside.ifPresent(name -> program.classes.put(name, new TreeMap<>()));
                body = 0;
                if (inside.isEmpty()) {
                    assign(program.names, line.tokens());
                }
            } else if (inside.isPresent()) {
                body = body == 0 ? line.indent() : body;
                if (line.indent() == body) {
                    assign(program.classes.getOrDefault(inside.get(), new TreeMap<>()), line.tokens());
                }
            }
        }
        return program;
    }

    /** What it assigns to a name. */
    Optional<PythonValue> value(String name) {
        return Optional.ofNullable(names.get(name));
    }

    boolean hasClass(String name) {
        return classes.containsKey(name);
    }

    /** What a class assigns to a name; nothing where it does not. */
    PythonValue value(String inClass, String name) {
        return classes.getOrDefault(inClass, Map.of()).getOrDefault(name, new PythonValue.None());
    }

    // name = value, name: type = value; several names at once are none of a migration's declarations
    private static void assign(Map<String, PythonValue> scope, List<PythonToken> tokens) {
        if (tokens.size() < 3 || tokens.get(0).kind() != Kind.NAME) {
            return;
        }
        var equals = 1;
        if (tokens.get(1).is(":")) {
            while (equals < tokens.size() && !tokens.get(equals).is("=")) {
                equals++;
            }
        }
        if (equals + 1 < tokens.size() && tokens.get(equals).is("=")) {
            scope.put(tokens.get(0).text(), PythonExpression.of(tokens.subList(equals + 1, tokens.size())));
        }
    }
}
