package dev.schemalatch.check;

import dev.schemalatch.catalog.Catalog;
import dev.schemalatch.drift.Effect;
import dev.schemalatch.failure.Failure;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What PostgreSQL made of the migrations.
 *
 * @param expected the schema that the applied migrations produce
 * @param effects what each migration that is not applied does on top; empty where nobody asked
 * @param explained whether effects were asked for
 * @param broken pending migrations that do not replay
 * @param stops where a migration that failed on the database stopped in the shadow too: {@code statement 3 of 7}, by name
 */
record Replayed(
        Catalog expected,
        List<Effect> effects,
        boolean explained,
        List<Failure> broken,
        SortedMap<String, String> stops) {

    Replayed {
        effects = List.copyOf(effects);
        broken = List.copyOf(broken);
        stops = Collections.unmodifiableSortedMap(new TreeMap<>(stops));
    }

    Replayed(
            Catalog expected,
            List<Effect> effects,
            boolean explained,
            List<Failure> broken,
            Map<String, String> stops) {
        this(expected, effects, explained, broken, new TreeMap<>(stops));
    }

    /** Every catalog on the way, for the schemas that migrations live in. */
    List<Catalog> catalogs() {
        var catalogs = new ArrayList<Catalog>();
        catalogs.add(expected);
        effects.forEach(effect -> catalogs.add(effect.after()));
        return catalogs;
    }

    /** How many objects this holds in memory, for the cache's bound. */
    int weight() {
        return catalogs().stream().mapToInt(catalog -> catalog.objects().size()).sum();
    }
}
