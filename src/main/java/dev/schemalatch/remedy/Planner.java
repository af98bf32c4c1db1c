package dev.schemalatch.remedy;

import dev.schemalatch.catalog.Blueprint;
import dev.schemalatch.catalog.CatalogObject;
import dev.schemalatch.catalog.ObjectKey;
import dev.schemalatch.catalog.kind.Ddl;
import dev.schemalatch.ddl.Statement;
import dev.schemalatch.remedy.Node.Act;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Finds the statements that make one schema another, in an order in which PostgreSQL takes them: what depends on something
 * comes after it and goes before it. Nothing is dropped with CASCADE.
 */
public final class Planner {

    /** Goes with the column that owns it, and is there before that. */
    private static final String SEQUENCE = "sequence";

    /** Parts that PostgreSQL does not drop with the whole. */
    private static final Set<String> STAYING = Set.of("user mapping");

    private final Blueprint from;
    private final Blueprint to;
    private final Changes changes;
    private final TreeMap<ObjectKey, Node> drops = new TreeMap<>();
    private final TreeMap<ObjectKey, Node> creates = new TreeMap<>();
    private final TreeMap<ObjectKey, Node> alters = new TreeMap<>();
    private final TreeMap<ObjectKey, ObjectKey> broughtBy = new TreeMap<>();
    private final TreeMap<ObjectKey, ObjectKey> goesWith = new TreeMap<>();
    private final Order order = new Order();

    private Planner(Blueprint from, Blueprint to) {
        this.from = from;
        this.to = to;
        this.changes = Changes.between(from, to);
    }

    /** Everything that it takes, what loses data included. */
    public static List<Step> plan(Blueprint from, Blueprint to) {
        return new Planner(from, to).steps(false);
    }

    /** What can be done without losing data, and nothing that only makes sense with the rest. */
    public static List<Step> planWithoutLoss(Blueprint from, Blueprint to) {
        return new Planner(from, to).steps(true);
    }

    private List<Step> steps(boolean withoutLoss) {
        nodes();
        edges();
        var left = withoutLoss ? Losses.in(order) : Set.<Node>of();
        var sorted =
                order.sorted().stream().filter(node -> !left.contains(node)).toList();
        return Stream.concat(
                        sorted.stream().filter(Node::addsEnumValue),
                        sorted.stream().filter(node -> !node.addsEnumValue()))
                .flatMap(node -> node.statements().stream().map(statement -> new Step(node.key(), statement)))
                .toList();
    }

    private void nodes() {
        var circular = new Circles(from, changes.going()).closing();
        changes.going().forEach(key -> drop(key, circular.contains(key)));
        changes.coming().forEach(key -> bringer(object(to, key)).ifPresent(by -> broughtBy.put(key, by)));
        changes.coming().stream().filter(key -> !broughtBy.containsKey(key)).forEach(this::create);
        changes.altered().forEach((key, alteration) -> alters.put(key, node(Act.ALTER, key, alteration.statements())));
    }

    private void drop(ObjectKey key, boolean first) {
        var whole = from.find(key)
                .filter(object -> !STAYING.contains(key.type()))
                .flatMap(CatalogObject::within)
                .filter(changes.going()::contains);
        if (whole.isPresent() && !first) {
            goesWith.put(key, whole.get());
        } else {
            drops.put(key, node(Act.DROP, key, Ddl.drop(object(from, key))));
        }
    }

    private void create(ObjectKey key) {
        var statements = new ArrayList<>(Ddl.create(object(to, key), to));
        broughtBy.forEach((part, by) -> {
            if (outermost(part, broughtBy).equals(key)) {
                statements.addAll(Ddl.traits(object(to, part), Optional.empty()));
            }
        });
        creates.put(key, node(Act.CREATE, key, statements));
    }

    private Node node(Act act, ObjectKey key, List<Statement> statements) {
        var node = new Node(act, key, statements);
        order.add(node);
        return node;
    }

    /** The object whose creation makes this one too. */
    private Optional<ObjectKey> bringer(CatalogObject part) {
        return part.links()
                .filter(changes.coming()::contains)
                .filter(outer -> Ddl.kind(object(to, outer))
                        .filter(kind -> kind.brings(part))
                        .isPresent())
                .findFirst();
    }

    private static CatalogObject object(Blueprint blueprint, ObjectKey key) {
        return blueprint.find(key).orElseThrow(() -> new IllegalStateException("not there: " + key));
    }

    private static ObjectKey outermost(ObjectKey key, TreeMap<ObjectKey, ObjectKey> inside) {
        var at = key;
        while (inside.containsKey(at)) {
            at = inside.get(at);
        }
        return at;
    }

    private void edges() {
        changes.coming().forEach(this::orderCreation);
        changes.going().forEach(this::orderDrop);
        alters.forEach(this::orderAlteration);
        changes.loosened().forEach(this::orderLoosening);
        creates.forEach(this::orderFinish);
        orderClaims();
    }

    private Optional<Node> creation(ObjectKey key) {
        return Optional.ofNullable(creates.get(outermost(key, broughtBy)));
    }

    private Optional<Node> dropping(ObjectKey key) {
        return Optional.ofNullable(drops.get(outermost(key, goesWith)));
    }

    private SortedSet<ObjectKey> needs(Blueprint blueprint, ObjectKey key) {
        var needs = new TreeSet<>(blueprint.dependencies().of(key));
        needs.addAll(blueprint.dependencies().ofDefault(key));
        blueprint.find(key).filter(object -> !key.type().equals(SEQUENCE)).stream()
                .flatMap(CatalogObject::links)
                .forEach(needs::add);
        return needs;
    }

    private void orderCreation(ObjectKey key) {
        var creation = creation(key).orElseThrow();
        for (var needed : needs(to, key)) {
            creation(needed).ifPresent(node -> order.put(node, creation));
            Optional.ofNullable(alters.get(needed)).ifPresent(node -> order.put(node, creation));
        }
        if (onlyDescribed(key)) {
            object(to, key).within().stream()
                    .flatMap(whole -> to.parts(whole).stream())
                    .filter(part -> Ddl.kind(part).isPresent())
                    .forEach(part -> creation(part.key()).ifPresent(node -> order.put(node, creation)));
        }
        dropping(key).ifPresent(node -> order.put(node, creation));
    }

    /** The index of a constraint, say, with a comment of its own: it is there once all else of its table is. */
    private boolean onlyDescribed(ObjectKey key) {
        return Ddl.kind(object(to, key)).isEmpty();
    }

    private void orderDrop(ObjectKey key) {
        var drop = dropping(key).orElseThrow();
        for (var needed : needs(from, key)) {
            dropping(needed).ifPresent(node -> order.put(drop, node));
            Optional.ofNullable(alters.get(needed)).ifPresent(node -> order.put(drop, node));
        }
    }

    private void orderAlteration(ObjectKey key, Node alter) {
        var wanted = needs(to, key);
        for (var needed : wanted) {
            creation(needed).ifPresent(node -> order.put(node, alter));
            Optional.ofNullable(alters.get(needed)).ifPresent(node -> order.put(node, alter));
        }
        to.parts(key).forEach(part -> creation(part.key()).ifPresent(node -> order.put(node, alter)));
        for (var needed : needs(from, key)) {
            if (!wanted.contains(needed)) {
                dropping(needed).ifPresent(node -> order.put(alter, node));
            }
        }
    }

    private void orderLoosening(ObjectKey key) {
        var column = object(from, key);
        var wanted = object(to, key);
        var loosen = node(
                Act.LOOSEN,
                key,
                Ddl.kind(column).map(kind -> kind.loosen(column)).orElse(List.of()));
        var fasten = node(
                Act.FASTEN,
                key,
                Ddl.kind(wanted).map(kind -> kind.fasten(wanted)).orElse(List.of()));
        order.put(loosen, fasten);
        from.dependencies().ofDefault(key).forEach(needed -> dropping(needed)
                .ifPresent(node -> order.put(loosen, node)));
        to.dependencies().ofDefault(key).forEach(needed -> creation(needed).ifPresent(node -> order.put(node, fasten)));
        Optional.ofNullable(alters.get(key)).ifPresent(alter -> {
            order.put(loosen, alter);
            order.put(alter, fasten);
        });
    }

    private void orderFinish(ObjectKey key, Node create) {
        var object = object(to, key);
        var statements = Ddl.finish(object, to);
        if (!statements.isEmpty()) {
            var finish = node(Act.FINISH, key, statements);
            order.put(create, finish);
            Stream.concat(object.within().stream(), to.parts(key).stream().map(CatalogObject::key))
                    .forEach(other -> creation(other).ifPresent(node -> order.put(node, finish)));
        }
    }

    /** Where a name is taken by something that goes, it goes first. */
    private void orderClaims() {
        var taken = new TreeMap<String, List<Node>>();
        changes.going().forEach(key -> Claims.of(object(from, key))
                .forEach(claim -> dropping(key).ifPresent(node -> taken.computeIfAbsent(claim, c -> new ArrayList<>())
                        .add(node))));
        changes.coming().forEach(key -> Claims.of(object(to, key))
                .flatMap(claim -> taken.getOrDefault(claim, List.of()).stream())
                .forEach(drop -> creation(key).ifPresent(node -> order.put(drop, node))));
    }
}
