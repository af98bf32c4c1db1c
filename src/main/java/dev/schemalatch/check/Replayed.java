package dev.schemalatch.check;

import dev.schemalatch.catalog.Catalog;
import dev.schemalatch.catalog.ObjectKey;
import dev.schemalatch.failure.Failure;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What PostgreSQL made of the migrations.
 *
 * @param expected the schema that the applied migrations produce
 * @param uncertain objects that only files make which are not what was run
 * @param steps what each migration that is not applied does on top; empty where nobody asked
 * @param explained whether these steps were asked for
 * @param broken pending migrations that do not replay
 * @param stops where a migration that failed on the database stopped in the shadow too: {@code statement 3 of 7}, by name
 * @param standIns extensions that only stood in for the real ones
 */
record Replayed(
        Catalog expected,
        Set<ObjectKey> uncertain,
        List<Step> steps,
        boolean explained,
        List<Failure> broken,
        SortedMap<String, String> stops,
        List<String> standIns)
        implements Weighty {

    Replayed {
        uncertain = Set.copyOf(uncertain);
        steps = List.copyOf(steps);
        broken = List.copyOf(broken);
        stops = Collections.unmodifiableSortedMap(new TreeMap<>(stops));
        standIns = List.copyOf(standIns);
    }

    /** Every catalog on the way, for the schemas that migrations live in. */
    List<Catalog> catalogs() {
        var catalogs = new ArrayList<Catalog>();
        catalogs.add(expected);
        steps.forEach(step -> catalogs.add(step.effect().after()));
        return catalogs;
    }

    @Override
    public int weight() {
        return catalogs().stream().mapToInt(catalog -> catalog.objects().size()).sum();
    }
}
