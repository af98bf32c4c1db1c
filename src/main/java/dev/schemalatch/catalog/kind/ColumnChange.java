package dev.schemalatch.catalog.kind;

import dev.schemalatch.catalog.Blueprint;
import dev.schemalatch.ddl.Lock;
import dev.schemalatch.ddl.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Makes of a column another one, in place. */
final class ColumnChange {

    private final Column from;
    private final Column to;
    private final Blueprint after;
    private final List<Statement> statements = new ArrayList<>();

    ColumnChange(Column from, Column to, Blueprint after) {
        this.from = from;
        this.to = to;
        this.after = after;
    }

    /** Whether the column has to be dropped and added: values that are computed cannot be computed otherwise. */
    boolean anew() {
        var generated = changes("generated") && (to.fact("generated").isPresent() || from.virtual());
        return generated || to.fact("generated").isPresent() && retyped();
    }

    boolean retyped() {
        return changes("data_type") || changes("collation");
    }

    List<Statement> statements() {
        if (from.fact("default").isPresent() && (retyped() || to.fact("default").isEmpty())) {
            add("DROP DEFAULT");
        }
        if (from.fact("identity_column").isPresent()
                && to.fact("identity_column").isEmpty()) {
            add("DROP IDENTITY");
        }
        if (from.fact("generated").isPresent() && to.fact("generated").isEmpty()) {
            add("DROP EXPRESSION");
        }
        if (retyped()) {
            statements.add(new TypeChange(from, to, after).statement());
        }
        if (changes("not_null")) {
            statements.addAll(new NotNullChange(from, to).statements());
        }
        if (to.fact("default").isPresent() && (retyped() || changes("default"))) {
            to.fact("default").ifPresent(value -> add("SET DEFAULT " + value));
        }
        identity();
        settings();
        return List.copyOf(statements);
    }

    private void identity() {
        var kind = to.fact("identity_column");
        if (kind.isPresent() && from.fact("identity_column").isEmpty()) {
            statements.add(IdentitySequence.add(to, kind.get()));
            statements.add(IdentitySequence.goOn(to));
        } else if (kind.isPresent()) {
            if (changes("identity_column")) {
                add("SET GENERATED " + kind.get().toUpperCase(Locale.ROOT));
            }
            if (changes("identity_options") || changes("data_type")) {
                add(IdentitySequence.of(to.fact("identity_options")).clauses("SET "));
            }
        }
    }

    /** What ALTER alone can set. */
    private void settings() {
        if (changes("storage") || retyped() && to.fact("storage").isPresent()) {
            add("SET STORAGE "
                    + to.fact("storage")
                            .orElseGet(() -> SqlType.of(to.type()).storage())
                            .toUpperCase(Locale.ROOT));
        }
        if (changes("compression") || retyped() && to.fact("compression").isPresent()) {
            only("SET COMPRESSION " + to.fact("compression").orElse("DEFAULT"), Lock.AccessExclusive);
        }
        if (changes("statistics")) {
            only("SET STATISTICS " + to.fact("statistics").orElse("-1"), Lock.ShareUpdateExclusive);
        }
        if (changes("options")) {
            statements.addAll(StorageParameters.of(from.fact("options"))
                    .become(
                            StorageParameters.of(to.fact("options")),
                            to.alterOnly("").strip()));
        }
    }

    private boolean changes(String fact) {
        return !from.fact(fact).equals(to.fact(fact));
    }

    private void add(String action) {
        statements.add(Statement.of(to.alter(action)).locking(Lock.AccessExclusive));
    }

    private void only(String action, Lock lock) {
        statements.add(Statement.of(to.alterOnly(action)).locking(lock));
    }
}
