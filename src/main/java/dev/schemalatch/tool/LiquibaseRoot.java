package dev.schemalatch.tool;

import dev.schemalatch.failure.FailedException;
import dev.schemalatch.failure.Reason;
import dev.schemalatch.source.Bundle;
import dev.schemalatch.tool.LiquibasePaths.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Finds the changelog that a team names to Liquibase: the one that no other includes. */
record LiquibaseRoot(Bundle bundle) {

    private static final Pattern ASIDE = Pattern.compile("(?:.*/)?(?:\\.[^/]*|target|build|node_modules|src/test)/.*");
    private static final String RESOURCES = "src/main/resources/";

    /** Every changelog of the bundle. */
    List<String> changelogs() {
        return bundle.files().keySet().stream()
                .filter(file -> !ASIDE.matcher(file).matches())
                .filter(this::isChangelog)
                .toList();
    }

    private boolean isChangelog(String file) {
        return LiquibaseChangelogs.mayBe(file) && LiquibaseChangelogs.is(file, bundle.text(file));
    }

    /**
     * Where to begin; several where none includes another, in the order of their paths.
     *
     * @param notes what is to be said of the choice
     * @throws FailedException {@code LayoutUnknown} where there is none, or several that include others
     */
    List<Place> places(List<String> notes) {
        var including = including();
        var included = new HashSet<String>();
        including.forEach((file, others) -> included.addAll(others));
        var roots = including.keySet().stream()
                .filter(file -> !included.contains(file))
                .toList();
        if (including.isEmpty()) {
            throw FailedException.of(
                    Reason.LayoutUnknown,
                    bundle.origin()
                            + " holds no changelog of Liquibase: no file that begins with --liquibase formatted sql, and no"
                            + " databaseChangeLog in XML, YAML or JSON.");
        }
        var masters = roots.stream()
                .filter(file -> !including.getOrDefault(file, Set.of()).isEmpty())
                .toList();
        if (masters.size() > 1) {
            throw FailedException.of(
                    Reason.LayoutUnknown,
                    "%s holds several changelogs that include others: %s. Name the folder of one of them."
                            .formatted(
                                    bundle.origin(),
                                    String.join(", ", masters.subList(0, Math.min(5, masters.size())))));
        }
        if (masters.size() == 1 && roots.size() > 1) {
            notes.add("%s does not include %s: left out".formatted(masters.get(0), others(roots, masters.get(0))));
        } else if (roots.size() > 1) {
            notes.add(
                    "no changelog includes the others: they are taken in the order of their paths, as includeAll does");
        }
        return (masters.isEmpty() ? roots : masters)
                .stream().map(LiquibaseRoot::place).toList();
    }

    private static String others(List<String> roots, String master) {
        return String.join(
                ", ",
                roots.stream().filter(file -> !file.equals(master)).limit(5).toList());
    }

    /** For each changelog, what it includes, directly or not. */
    private Map<String, Set<String>> including() {
        var including = new TreeMap<String, Set<String>>();
        for (var file : changelogs()) {
            var reader = new LiquibaseChangelogs(bundle, new LiquibaseParameters(Map.of()));
            if (bundle.text(file).contains("include")) {
                reader.changeSets(place(file));
            }
            var others = new ArrayList<>(reader.files());
            others.remove(file);
            including.put(file, Set.copyOf(others));
        }
        return including;
    }

    /** Paths begin below the folder of resources, where there is one. */
    private static Place place(String file) {
        var at = file.indexOf(RESOURCES);
        return new Place(at < 0 ? file : file.substring(at + RESOURCES.length()), file);
    }
}
