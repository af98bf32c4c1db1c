package dev.schemalatch.catalog.kind;

import dev.schemalatch.catalog.CatalogObject;
import dev.schemalatch.catalog.ObjectKey;
import dev.schemalatch.ddl.Lock;
import dev.schemalatch.ddl.Probe;
import dev.schemalatch.ddl.Safety;
import dev.schemalatch.ddl.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Moves columns from one type to another, each table in one rewrite, with their defaults out of the way.
 *
 * @param type the type that the columns have, by whichever name, and shall have
 */
record ColumnMove(Edit edit, ObjectKey type, List<TypedColumn> columns, Safety safety, Optional<Obstacle> obstacle) {

    /**
     * Values that the new type refuses.
     *
     * @param words which, for {@code rows of public.t with ...}
     * @param condition true for such a value {@code v}
     */
    record Obstacle(String words, String condition) {}

    static ColumnMove of(Edit edit, ObjectKey type) {
        var columns = TypedColumn.ofTables(edit.before(), type.identity());
        return new ColumnMove(edit, type, columns, Safety.Rewrites, Optional.empty());
    }

    ColumnMove being(Safety grave) {
        return new ColumnMove(edit, type, columns, grave, obstacle);
    }

    ColumnMove unless(Obstacle values) {
        return new ColumnMove(edit, type, columns, safety, Optional.of(values));
    }

    /** To a type that the columns have only for a while. */
    List<Statement> aside(String other) {
        return Stream.concat(loosen(), byTable(column -> "ALTER %1$s TYPE %2$s USING %1$s::%2$s"
                        .formatted(column.name(), column.as(other))))
                .toList();
    }

    /** From there to the type that has the name now. */
    List<Statement> back() {
        return over(Optional.empty());
    }

    /** To the type that has the name now, by way of one that casts from the old one and to the new one. */
    List<Statement> over(String between) {
        return over(Optional.of(between));
    }

    private List<Statement> over(Optional<String> between) {
        var moved = byTable(column -> {
            var by = between.map(other -> "::" + column.as(other)).orElse("");
            var after = edit.after().find(column.object().key());
            var collation = after.flatMap(to -> to.attribute("collation")).map(name -> " COLLATE " + name);
            var action = "ALTER %1$s TYPE %2$s%3$s USING %1$s%4$s::%2$s"
                    .formatted(column.name(), column.as(type.identity()), collation.orElse(""), by);
            return after.flatMap(this::defaultOf)
                    .map(shall -> action + ", ALTER " + column.name() + " SET DEFAULT " + shall)
                    .orElse(action);
        });
        return Stream.of(between.isPresent() ? loosen() : Stream.<Statement>empty(), moved, fasten())
                .flatMap(Function.identity())
                .toList();
    }

    /** Drops the defaults that partitions and children have of their own. */
    private Stream<Statement> loosen() {
        return heirs().map(heir -> alter(heir.table(), "ALTER " + heir.name() + " DROP DEFAULT"));
    }

    /** Gives partitions and children their own defaults again. */
    private Stream<Statement> fasten() {
        return heirs().flatMap(heir -> edit.after().find(heir.object().key()).flatMap(this::defaultOf).stream()
                .map(shall -> shall.equals("none") ? " DROP DEFAULT" : " SET DEFAULT " + shall)
                .map(action -> alter(heir.table(), "ALTER " + heir.name() + action)));
    }

    private Stream<TypedColumn> heirs() {
        return columns.stream().flatMap(column -> column.heirsWithDefaults(edit.before()));
    }

    /** What needs more than the type may not be there yet; it is the column's business. */
    private Optional<String> defaultOf(CatalogObject column) {
        return column.attribute("default").filter(shall -> edit.after().dependencies().ofDefault(column.key()).stream()
                .allMatch(type::equals));
    }

    private Stream<Statement> byTable(Function<TypedColumn, String> action) {
        SortedMap<String, List<TypedColumn>> byTable = new TreeMap<>();
        columns.forEach(column -> byTable.computeIfAbsent(column.table(), table -> new ArrayList<>())
                .add(column));
        return byTable.entrySet().stream().map(entry -> {
            var actions = new ArrayList<String>();
            for (var column : entry.getValue()) {
                column.object()
                        .attribute("default")
                        .ifPresent(is -> actions.add("ALTER " + column.name() + " DROP DEFAULT"));
                actions.add(action.apply(column));
            }
            var statement = alter(entry.getKey(), String.join(", ", actions)).being(safety);
            return probe(entry.getKey(), entry.getValue())
                    .map(statement::unless)
                    .orElse(statement);
        });
    }

    private Optional<Probe> probe(String table, List<TypedColumn> moved) {
        return obstacle.map(values -> new Probe(
                "rows of %s with %s".formatted(table, values.words()),
                moved.stream()
                        .map(column -> "(" + column.count(values.condition()) + ")")
                        .collect(Collectors.joining(" + ", "SELECT ", ""))));
    }

    private static Statement alter(String table, String actions) {
        return Statement.of("ALTER TABLE %s %s".formatted(table, actions)).locking(Lock.AccessExclusive);
    }
}
