package dev.schemalatch.tool;

import dev.schemalatch.sql.Row;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Holds the hashes of revisions against the files. A hash is that of all files up to its own, as they were then: one that was added
 * since has to be left out again, and after one that was edited or is gone nothing can be told of what follows.
 */
final class AtlasVerification {

    private final MigrationFiles files;
    private final Map<String, Row> rows;
    private final Map<Set<String>, Map<String, String>> sums = new HashMap<>();

    AtlasVerification(MigrationFiles files, Map<String, Row> rows) {
        this.files = files;
        this.rows = rows;
    }

    /**
     * What can be told.
     *
     * @param shipped with the hashes that mean that they are unchanged; without any where that cannot be told
     */
    record Verified(List<Migration> shipped, List<String> notes) {}

    Verified of(List<Migration> shipped) {
        List<Migration> verified = new ArrayList<>();
        List<String> untold = new ArrayList<>();
        var broken = Optional.<String>empty();
        for (var migration : shipped) {
            var stored = Optional.ofNullable(rows.get(migration.id())).flatMap(row -> row.optional("checksum"));
            var fits = stored.map(hash -> migration.checksums().contains(hash)
                            || asItWas(migration).equals(stored))
                    .orElse(true);
            var hashes = fits ? stored.map(Set::of).orElse(Set.of()) : migration.checksums();
            broken = broken.or(() -> missingBefore(migration));
            var told = fits || broken.isEmpty();
            if (!told) {
                untold.add(migration.name());
            } else if (!fits) {
                broken = Optional.of(migration.name());
            }
            verified.add(with(migration, told ? hashes : Set.of()));
        }
        var notes = untold.isEmpty()
                ? List.<String>of()
                : List.of(
                        "history: Atlas's hashes take in all files before; since %s is not as it was, whether these were edited"
                                        .formatted(broken.orElseThrow())
                                + " cannot be told: " + String.join(", ", untold));
        return new Verified(verified, notes);
    }

    private Optional<String> missingBefore(Migration migration) {
        return rows.keySet().stream()
                .filter(version -> version.compareTo(migration.id()) < 0)
                .filter(version -> files.withId(version).isEmpty())
                .findFirst();
    }

    /** The hash without what had not run yet when this did: it may have been added since. */
    private Optional<String> asItWas(Migration migration) {
        var at = started(migration);
        var later = files.migrations().stream()
                .filter(other -> other.id().compareTo(migration.id()) < 0)
                .filter(other -> at.isPresent()
                        && started(other).map(then -> then.isAfter(at.get())).orElse(true))
                .map(Migration::path)
                .collect(Collectors.toUnmodifiableSet());
        return later.isEmpty() || !sumsWithout(Set.of()).equals(now())
                ? Optional.empty()
                : Optional.ofNullable(sumsWithout(later).get(migration.path()));
    }

    private Optional<Instant> started(Migration migration) {
        return Optional.ofNullable(rows.get(migration.id())).flatMap(row -> row.instant("started"));
    }

    private Map<String, String> now() {
        Map<String, String> now = new HashMap<>();
        files.migrations().forEach(migration -> migration.checksums().forEach(hash -> now.put(migration.path(), hash)));
        return now;
    }

    // what is sent of a file is the file, but where it is in another tool's format
    private Map<String, String> sumsWithout(Set<String> paths) {
        return sums.computeIfAbsent(paths, without -> {
            SequencedMap<String, byte[]> contents = new LinkedHashMap<>();
            Map<String, String> files = new HashMap<>();
            for (var migration : this.files.migrations()) {
                var path = migration.path();
                if (!without.contains(path)) {
                    var name = path.substring(path.lastIndexOf('/') + 1);
                    var text = migration.script().map(Script::text).orElse("");
                    contents.put(name, text.getBytes(StandardCharsets.UTF_8));
                    files.put(name, path);
                }
            }
            Map<String, String> hashes = new HashMap<>();
            AtlasSum.of(contents).hashes().forEach((name, hash) -> hashes.put(files.getOrDefault(name, name), hash));
            return Map.copyOf(hashes);
        });
    }

    private static Migration with(Migration migration, Set<String> hashes) {
        return new Migration(migration.id(), migration.name(), migration.path(), migration.content(), hashes);
    }
}
