package dev.schemalatch.catalog.kind;

import dev.schemalatch.catalog.Blueprint;
import dev.schemalatch.catalog.CatalogObject;
import dev.schemalatch.catalog.Descent;
import dev.schemalatch.catalog.ObjectKey;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A column with all that is true of it, whether it is its own or its parent's.
 *
 * @param table the table, foreign table or view that has it
 * @param name as SQL writes it
 */
record Column(ObjectKey table, String name, SortedMap<String, String> facts) {

    Column {
        facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
    }

    static Column of(CatalogObject object, Blueprint surroundings) {
        var table = object.within().orElseThrow(() -> new IllegalStateException("no table: " + object.key()));
        return new Column(
                table,
                object.key().identity().substring(table.identity().length() + 1),
                Descent.attributes(object, surroundings.catalog()));
    }

    /** A column that a table has just come by from its parent, before anything is done to it. */
    static Column cameFromParent(CatalogObject object, Blueprint surroundings) {
        var bare = new CatalogObject(
                object.key(),
                object.schema(),
                object.within(),
                object.inherited(),
                new TreeMap<>(),
                object.position(),
                object.age());
        var parent = object.inherited().flatMap(surroundings::find);
        return of(bare, surroundings).with("compression", parent.flatMap(column -> column.attribute("compression")));
    }

    Optional<String> fact(String name) {
        return Optional.ofNullable(facts.get(name));
    }

    String type() {
        return fact("data_type").orElse("text");
    }

    NotNull notNull() {
        return NotNull.of(fact("not_null"));
    }

    boolean virtual() {
        return fact("generated")
                .filter(expression -> expression.endsWith(" virtual"))
                .isPresent();
    }

    /** This column where a fact is another. */
    Column with(String fact, Optional<String> value) {
        var others = new TreeMap<>(facts);
        others.remove(fact);
        value.ifPresent(is -> others.put(fact, is));
        return new Column(table, name, others);
    }

    /** {@code ALTER TABLE public.t}. */
    String alterTable() {
        return "ALTER " + table.type().toUpperCase(Locale.ROOT) + " " + table.identity();
    }

    /** {@code ALTER TABLE public.t ALTER COLUMN c SET ...}. */
    String alter(String action) {
        return alterTable() + " ALTER COLUMN " + name + " " + action;
    }

    /** The same, not for children. */
    String alterOnly(String action) {
        var only = table.type().endsWith("table") ? "ONLY " : "";
        return "ALTER " + table.type().toUpperCase(Locale.ROOT) + " " + only + table.identity() + " ALTER COLUMN "
                + name + " " + action;
    }

    /** As CREATE TABLE and ADD COLUMN take it, without what only ALTER can say. */
    String definition() {
        return name + " " + type()
                + fact("collation").map(name -> " COLLATE " + name).orElse("")
                + fact("default").map(value -> " DEFAULT " + value).orElse("")
                + fact("generated").map(Column::generated).orElse("")
                + fact("identity_column").map(this::identity).orElse("")
                + notNull().clause();
    }

    /** {@code GENERATED ALWAYS AS (a * 2) STORED}, from {@code (a * 2) stored}. */
    static String generated(String spelled) {
        var word = spelled.lastIndexOf(' ');
        return " GENERATED ALWAYS AS (" + spelled.substring(0, word) + ")"
                + spelled.substring(word).toUpperCase(Locale.ROOT);
    }

    private String identity(String kind) {
        return " GENERATED " + kind.toUpperCase(Locale.ROOT) + " AS IDENTITY ("
                + IdentitySequence.of(fact("identity_options")).clauses("") + ")";
    }

    /** This column as {@link #definition} leaves it. */
    Column defined() {
        var facts = new TreeMap<>(this.facts);
        facts.keySet().removeAll(List.of("storage", "compression", "statistics", "options"));
        if (notNull().set() && !notNull().valid()) {
            facts.put("not_null", "false");
        }
        return new Column(table, name, facts);
    }

    /** The last part of a qualified name. */
    static String lastOf(String qualified) {
        var quoted = qualified.endsWith("\"");
        var dot = quoted ? qualified.lastIndexOf(".\"") : qualified.lastIndexOf('.');
        return qualified.substring(dot + 1);
    }

    static String unquoted(String name) {
        return name.startsWith("\"") ? name.substring(1, name.length() - 1).replace("\"\"", "\"") : name;
    }
}
