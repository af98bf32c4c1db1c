package dev.schemalatch.tool;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a file of Django says of itself (django/db/migrations/migration.py), others as {@code app.name}.
 *
 * @param dependencies what must be applied before; {@code app.__first__} and {@code app.__latest__} stand for an app's ends
 * @param runBefore what must be applied after
 * @param replaces what it was squashed from
 */
record DjangoMigration(String key, List<String> dependencies, List<String> runBefore, List<String> replaces) {

    /** As Python sorts pairs: by app, then by name. */
    static final Comparator<String> ORDER =
            Comparator.comparing(DjangoMigration::app).thenComparing(DjangoMigration::nameIn);

    private static final String CLASS = "Migration";
    private static final String DEPENDENCIES = "dependencies";
    private static final String BEFORE = "run_before";
    private static final String REPLACES = "replaces";

    DjangoMigration {
        dependencies = List.copyOf(dependencies);
        runBefore = List.copyOf(runBefore);
        replaces = List.copyOf(replaces);
    }

    static boolean isOne(PythonProgram program) {
        return program.hasClass(CLASS);
    }

    static DjangoMigration read(String key, PythonProgram program) {
        return new DjangoMigration(key, pairs(program, DEPENDENCIES), pairs(program, BEFORE), pairs(program, REPLACES));
    }

    static DjangoMigration of(Migration migration) {
        var declared = migration.declared();
        return new DjangoMigration(
                migration.id(),
                declared.getOrDefault(DEPENDENCIES, List.of()),
                declared.getOrDefault(BEFORE, List.of()),
                declared.getOrDefault(REPLACES, List.of()));
    }

    SortedMap<String, List<String>> declared() {
        return new TreeMap<>(Map.of(DEPENDENCIES, dependencies, BEFORE, runBefore, REPLACES, replaces));
    }

    // what is computed (a swappable model's app) only moves a migration in the order
    private static List<String> pairs(PythonProgram program, String name) {
        return program.value(CLASS, name)
                .elements()
                .flatMap(DjangoMigration::pair)
                .toList();
    }

    private static Stream<String> pair(PythonValue value) {
        var texts = value.texts();
        return value.literal() && texts.size() == 2 ? Stream.of(key(texts.get(0), texts.get(1))) : Stream.empty();
    }

    static String key(String app, String name) {
        return app + "." + name;
    }

    static String app(String key) {
        return key.substring(0, Math.max(0, key.indexOf('.')));
    }

    static String nameIn(String key) {
        return key.substring(key.indexOf('.') + 1);
    }
}
