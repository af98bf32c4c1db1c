package dev.schemalatch.catalog.kind;

import dev.schemalatch.catalog.CatalogObject;
import dev.schemalatch.catalog.ObjectKey;
import dev.schemalatch.catalog.Respelling;
import dev.schemalatch.ddl.Lock;
import dev.schemalatch.ddl.Safety;
import dev.schemalatch.ddl.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Takes a table from its parents, or gives it others: partitions, inheritance, typed tables. */
record Parentage(Edit edit) {

    private static final List<String> SHARED = List.of("data_type", "collation", "not_null");

    List<Statement> leave() {
        var statements = new ArrayList<Statement>();
        if (attachment()) {
            edit.from("partition_of")
                    .ifPresent(parent ->
                            statements.add(Tables.brief("ALTER TABLE " + parent + " DETACH PARTITION " + table())));
        }
        var kept = kept();
        parents(edit.from())
                .filter(parent -> !kept.contains(parent))
                .forEach(parent -> statements.add(alter("NO INHERIT " + parent)));
        if (edit.changes("of_type") && edit.from("of_type").isPresent()) {
            statements.add(alter("NOT OF"));
        }
        return statements;
    }

    List<Statement> join() {
        var statements = new ArrayList<Statement>();
        var kept = kept();
        parents(edit.to()).filter(parent -> !kept.contains(parent)).forEach(parent -> {
            statements.addAll(likeness(parent));
            statements.add(alter("INHERIT " + parent));
        });
        var parent = edit.to("partition_of");
        if (attachment() && parent.isPresent()) {
            statements.addAll(withoutOthers(parent.get()));
            statements.addAll(likeness(parent.get()));
            statements.add(Tables.brief("ALTER TABLE %s ATTACH PARTITION %s %s"
                            .formatted(
                                    parent.get(),
                                    table(),
                                    edit.to("partition_bound").orElse("DEFAULT")))
                    .being(Safety.Locks));
        }
        edit.to("of_type")
                .filter(type -> edit.changes("of_type"))
                .ifPresent(type -> statements.add(alter("OF " + type)));
        return statements;
    }

    private boolean attachment() {
        return edit.changes("partition_of") || edit.changes("partition_bound");
    }

    /** The parents that stay: PostgreSQL adds parents only behind those that are there. */
    private List<String> kept() {
        var shall = parents(edit.to()).toList();
        var is = parents(edit.from()).filter(shall::contains).toList();
        var kept = 0;
        while (kept < is.size() && is.get(kept).equals(shall.get(kept))) {
            kept++;
        }
        return is.subList(0, kept);
    }

    private static Stream<String> parents(CatalogObject table) {
        return table.attribute("inherits").stream().flatMap(list -> Names.split(list).stream());
    }

    /** Gives the table what its parent wants of a child: columns, and checks of the same name. */
    private List<Statement> likeness(String parent) {
        var statements = new ArrayList<Statement>();
        for (var part : edit.after().parts(new ObjectKey("table", parent))) {
            if (part.key().type().equals("table column")) {
                statements.addAll(likeness(Column.of(part, edit.after())));
            } else if (part.attribute("definition")
                    .filter(Parentage::handedDown)
                    .isPresent()) {
                statements.addAll(likeness(part, parent));
            }
        }
        return statements;
    }

    private List<Statement> likeness(CatalogObject check, String parent) {
        var name = Constraints.nameOf(check);
        var left = edit.from("partition_of").filter(parent::equals).isPresent()
                || parents(edit.from()).anyMatch(parent::equals);
        var own = edit.before().find(left ? check.key() : new ObjectKey("table constraint", name + " on " + table()));
        var definition = check.attribute("definition");
        if (own.filter(is -> Respelling.same(is.attribute("definition"), definition))
                .isPresent()) {
            return List.of();
        }
        var add = alter("ADD CONSTRAINT " + name + " " + definition.orElse("")).being(Safety.Locks);
        return own.isPresent() ? List.of(alter("DROP CONSTRAINT " + name), add) : List.of(add);
    }

    /** A partition has no column that its parent has not. */
    private List<Statement> withoutOthers(String parent) {
        var wanted = edit.after().parts(new ObjectKey("table", parent)).stream()
                .filter(part -> part.key().type().equals("table column"))
                .map(part -> Column.of(part, edit.after()).name())
                .collect(Collectors.toSet());
        return edit.before().parts(edit.from().key()).stream()
                .filter(part -> part.key().type().equals("table column"))
                .map(part -> Column.of(part, edit.before()).name())
                .filter(name -> !wanted.contains(name))
                .map(name -> alter("DROP COLUMN " + name).being(Safety.LosesData))
                .toList();
    }

    private static boolean handedDown(String definition) {
        return definition.startsWith("CHECK ") && !definition.endsWith(" NO INHERIT");
    }

    private List<Statement> likeness(Column parents) {
        var shall = new Column(edit.to().key(), parents.name(), parents.facts());
        var key = new ObjectKey("table column", table() + "." + parents.name());
        return edit.before()
                .find(key)
                .map(object -> Column.of(object, edit.before()))
                .map(is -> {
                    var alike = is;
                    for (var fact : SHARED) {
                        alike = alike.with(fact, fact.equals("not_null") ? notNull(is, shall) : shall.fact(fact));
                    }
                    return Objects.equals(alike, is)
                            ? List.<Statement>of()
                            : new ColumnChange(is, alike, edit.after()).statements();
                })
                .orElseGet(() -> new ColumnAddition(shall, edit.after()).statements());
    }

    private static Optional<String> notNull(Column is, Column shall) {
        return shall.notNull().set() && shall.notNull().inherit() ? Optional.of("true") : is.fact("not_null");
    }

    private String table() {
        return edit.to().key().identity();
    }

    private Statement alter(String action) {
        return Statement.of("ALTER TABLE " + table() + " " + action).locking(Lock.AccessExclusive);
    }
}
