package dev.schemalatch.catalog.kind;

import dev.schemalatch.catalog.CatalogObject;
import dev.schemalatch.ddl.Statement;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The columns that partitions and children have from one that changes: PostgreSQL changes them with it, those too that had
 * departed from it.
 */
record Heirs(Edit edit) {

    private static final List<String> FOLLOWING = List.of("default", "not_null", "storage");

    /** Gives back to heirs what was their own. */
    List<Statement> again() {
        var changed = FOLLOWING.stream().filter(edit::changes).toList();
        return changed.isEmpty()
                ? List.of()
                : of(edit.to()).flatMap(heir -> again(heir, changed)).toList();
    }

    private Stream<CatalogObject> of(CatalogObject parent) {
        return edit.after().catalog().objects().values().stream()
                .filter(object ->
                        object.inherited().filter(parent.key()::equals).isPresent())
                .flatMap(heir -> Stream.concat(Stream.of(heir), of(heir)));
    }

    private Stream<Statement> again(CatalogObject heir, List<String> changed) {
        if (changed.stream().noneMatch(heir.attributes()::containsKey)) {
            return Stream.empty();
        }
        var shall = Column.of(heir, edit.after());
        var inherited = Column.cameFromParent(heir, edit.after());
        var followed = shall;
        for (var fact : changed) {
            followed = followed.with(fact, inherited.fact(fact));
        }
        return Objects.equals(followed, shall)
                ? Stream.empty()
                : new ColumnChange(followed, shall, edit.after()).statements().stream();
    }
}
