package dev.schemalatch.check;

import java.util.List;
import java.util.Set;

/**
 * What of a database is looked at.
 *
 * @param schemas what to compare; empty means every schema that the migrations or the tool's history live in
 * @param ignore what to leave out of the comparison
 * @param compare what is compared though environments differ in it by right
 */
public record Focus(List<String> schemas, List<IgnoreRule> ignore, Set<Compare> compare) {

    public Focus {
        schemas = List.copyOf(schemas);
        ignore = List.copyOf(ignore);
        compare = Set.copyOf(compare);
    }

    /** Everything but what environments differ in by right. */
    public static Focus whole() {
        return new Focus(List.of(), List.of(), Set.of());
    }
}
