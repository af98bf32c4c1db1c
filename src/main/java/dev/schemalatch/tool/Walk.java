package dev.schemalatch.tool;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Goes through what stands on what, deep first, so that everything comes after what it stands on. */
final class Walk {

    private final Function<String, List<String>> below;
    private final LinkedHashSet<String> ordered = new LinkedHashSet<>();
    private final LinkedHashSet<String> circular = new LinkedHashSet<>();
    private final HashSet<String> open = new HashSet<>();

    Walk(Function<String, List<String>> below) {
        this.below = below;
    }

    /** Goes on from these. */
    Walk from(Collection<String> names) {
        names.forEach(this::from);
        return this;
    }

    // no recursion: thousands may stand on each other
    private void from(String start) {
        var path = new ArrayDeque<Visit>();
        path.push(new Visit(start, false));
        while (!path.isEmpty()) {
            var visit = path.pop();
            if (visit.left()) {
                open.remove(visit.name());
                ordered.add(visit.name());
            } else if (open.contains(visit.name())) {
                circular.add(visit.name());
            } else if (!ordered.contains(visit.name())) {
                open.add(visit.name());
                path.push(new Visit(visit.name(), true));
                below.apply(visit.name()).reversed().forEach(name -> path.push(new Visit(name, false)));
            }
        }
    }

    /** All that was met, each after what it stands on. */
    List<String> ordered() {
        return new ArrayList<>(ordered);
    }

    /** What stands on itself. */
    Set<String> circular() {
        return circular;
    }

    private record Visit(String name, boolean left) {}
}
