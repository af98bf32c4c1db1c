package dev.schemalatch.embedded;

import java.util.Arrays;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Unpacks PostgreSQL ahead of time, for the build of an image: {@code java -cp ... dev.schemalatch.embedded.Prepare [major
 * ...]}, all versions where none is named. {@link Folders#of} says where from and where to.
 */
public final class Prepare {

    private Prepare() {}

    public static void main(String... majors) {
        var postgres = new EmbeddedPostgres(Folders.of(System.getenv()));
        var wanted = majors.length == 0 ? postgres.majors() : parse(majors);
        wanted.forEach(postgres::prepare);
    }

    private static SortedSet<Integer> parse(String... majors) {
        var parsed = new TreeSet<Integer>();
        Arrays.stream(majors).map(Integer::valueOf).forEach(parsed::add);
        return parsed;
    }
}
