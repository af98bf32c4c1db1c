package dev.schemalatch.remedy;

import dev.schemalatch.catalog.ObjectKey;
import dev.schemalatch.ddl.Safety;
import dev.schemalatch.ddl.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** What is done to one object in one go. */
record Node(Act act, ObjectKey key, List<Statement> statements) implements Comparable<Node> {

    /** In the order in which they come where nothing else decides. */
    enum Act {
        /** A default is taken from a column, so that what it needs can go. */
        LOOSEN,
        DROP,
        ALTER,
        CREATE,
        /** The default comes back. */
        FASTEN,
        FINISH
    }

    /** Event triggers would see what else is done: they go first and come last. */
    private static final String EVENT_TRIGGER = "event trigger";

    /** What dumps make in this order, for scripts that read well. */
    private static final List<String> TYPES = List.of(
            "schema", "extension", "collation", "type", "composite type", "sequence", "function", "procedure", "table");

    private static final Comparator<Node> ORDER = Comparator.<Node>comparingInt(Node::rank)
            .thenComparing(Node::act)
            .thenComparingInt(Node::place)
            .thenComparing(Node::key);

    Node {
        statements = List.copyOf(statements);
    }

    boolean losesData() {
        return statements.stream().anyMatch(statement -> statement.safety() == Safety.LosesData);
    }

    /** A value of an enumerated type can be used only after the transaction that added it. */
    boolean addsEnumValue() {
        return act == Act.ALTER
                && statements.stream().anyMatch(statement -> statement.sql().contains(" ADD VALUE "));
    }

    private int rank() {
        if (!key.type().equals(EVENT_TRIGGER)) {
            return 1;
        }
        return Set.of(Act.LOOSEN, Act.DROP).contains(act) ? 0 : 2;
    }

    private int place() {
        var at = TYPES.indexOf(key.type());
        var place = at < 0 ? TYPES.size() : at;
        return act == Act.DROP ? -place : place;
    }

    @Override
    public int compareTo(Node other) {
        return ORDER.compare(this, other);
    }
}
