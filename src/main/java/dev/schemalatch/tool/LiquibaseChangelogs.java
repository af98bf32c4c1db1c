package dev.schemalatch.tool;

import dev.schemalatch.source.Bundle;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads a changelog of any format with all that it includes, in the order in which Liquibase runs it ({@code changelog/DatabaseChangeLog.java}). */
final class LiquibaseChangelogs {

    static final String ROOT = "databaseChangeLog";

    private final LiquibasePaths paths;
    private final LiquibaseParameters parameters;
    private final Set<String> reading = new LinkedHashSet<>();
    private final Set<String> read = new LinkedHashSet<>();
    private final Set<String> notes = new LinkedHashSet<>();

    LiquibaseChangelogs(Bundle bundle, LiquibaseParameters parameters) {
        this.paths = new LiquibasePaths(bundle);
        this.parameters = parameters;
    }

    /** The files that were read as changelogs. */
    Set<String> files() {
        return Collections.unmodifiableSet(read);
    }

    /** What could not be followed. */
    Set<String> notes() {
        return Collections.unmodifiableSet(notes);
    }

    /** Whether a file may be a changelog, by its name. */
    static boolean mayBe(String file) {
        var name = file.toLowerCase(Locale.ROOT);
        return name.endsWith(".sql") || document(name);
    }

    /** Whether a file is a changelog, or names itself one. */
    static boolean is(String file, String text) {
        var name = file.toLowerCase(Locale.ROOT);
        return name.endsWith(".sql") ? LiquibaseSql.formatted(text) : document(name) && text.contains(ROOT);
    }

    private static boolean document(String name) {
        return name.endsWith(".xml") || name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json");
    }

    List<LiquibaseChangeSet> changeSets(LiquibasePaths.Place place) {
        return changeSets(place, Optional.empty(), false);
    }

    private List<LiquibaseChangeSet> changeSets(
            LiquibasePaths.Place place, Optional<String> inherited, boolean byFolder) {
        if (!reading.add(place.file())) {
            notes.add(place.file() + " includes itself");
            return List.of();
        }
        var text = paths.bundle().text(place.file());
        var found =
                switch (place.file().toLowerCase(Locale.ROOT).replaceFirst(".*\\.", "")) {
                    case "sql" ->
                        LiquibaseSql.formatted(text)
                                ? logical(LiquibaseSql.read(text, place, parameters), place, inherited)
                                : List.of(LiquibaseRaw.changeSet(text, place));
                    case "xml" -> document(LiquibaseXml.read(text), place, inherited, byFolder);
                    case "yaml", "yml", "json" -> document(LiquibaseYaml.read(text), place, inherited, byFolder);
                    default -> List.<LiquibaseChangeSet>of();
                };
        reading.remove(place.file());
        read.add(place.file());
        return found;
    }

    private static List<LiquibaseChangeSet> logical(
            List<LiquibaseChangeSet> sets, LiquibasePaths.Place place, Optional<String> inherited) {
        return inherited.isEmpty()
                ? sets
                : sets.stream()
                        .map(set -> set.path().equals(place.path()) ? set.at(inherited.get()) : set)
                        .toList();
    }

    private List<LiquibaseChangeSet> document(
            Optional<LiquibaseNode> node, LiquibasePaths.Place place, Optional<String> inherited, boolean byFolder) {
        if (node.isEmpty() || !node.get().name().equals(ROOT)) {
            if (!byFolder) {
                notes.add(place.file() + " is no changelog that can be read");
            }
            return List.of();
        }
        var logicalPath =
                node.get().value("logicalFilePath").map(parameters::expand).or(() -> inherited);
        var document = new LiquibaseDocument(paths, place, parameters);
        var first = new ArrayList<LiquibaseChangeSet>();
        var middle = new ArrayList<LiquibaseChangeSet>();
        var last = new ArrayList<LiquibaseChangeSet>();
        for (var child : node.get().children()) {
            switch (child.name()) {
                case "changeSet" -> {
                    var order = child.value("runOrder").orElse("");
                    var list = order.equals("first") ? first : order.equals("last") ? last : middle;
                    document.changeSet(child, logicalPath).ifPresent(list::add);
                }
                case "include" -> middle.addAll(include(child, place, logicalPath));
                case "includeAll" -> middle.addAll(includeAll(child, place, logicalPath));
                case "property" -> property(child, place);
                case "modifyChangeSets", "removeChangeSetProperty" ->
                    notes.add(place.file() + ": " + child.name() + " is not followed");
                default -> {}
            }
        }
        first.addAll(middle);
        first.addAll(last);
        return first;
    }

    private List<LiquibaseChangeSet> include(
            LiquibaseNode node, LiquibasePaths.Place place, Optional<String> logicalPath) {
        if (node.flag("ignore", false)) {
            return List.of();
        }
        var named = parameters.expand(node.value("file").orElse(""));
        var found = node.flag("relativeToChangelogFile", false)
                ? Optional.of(place.sibling(named))
                        .filter(there -> paths.bundle().files().containsKey(there.file()))
                : paths.file(named, place);
        if (found.isEmpty()) {
            if (node.flag("errorIfMissing", true)) {
                notes.add(place.file() + " includes " + named + ", which the files do not hold");
            }
            return List.of();
        }
        return filtered(node, changeSets(found.get(), logicalPath.or(() -> node.value("logicalFilePath")), false));
    }

    private List<LiquibaseChangeSet> includeAll(
            LiquibaseNode node, LiquibasePaths.Place place, Optional<String> logicalPath) {
        if (node.flag("ignore", false)) {
            return List.of();
        }
        if (node.value("filter")
                .or(() -> node.value("resourceFilter"))
                .or(() -> node.value("resourceComparator"))
                .isPresent()) {
            notes.add(place.file() + ": the class that an includeAll names for its filter or order is not run");
        }
        var ending = node.value("endsWithFilter").orElse("").strip();
        var named = parameters.expand(node.value("path").orElse(""));
        var sets = paths.folder(named, place, node.flag("relativeToChangelogFile", false)).stream()
                .filter(there -> there.file().endsWith(ending))
                .filter(there -> mayBe(there.file()))
                .flatMap(there -> changeSets(there, logicalPath.or(() -> node.value("logicalFilePath")), true).stream())
                .toList();
        return filtered(node, sets);
    }

    private static List<LiquibaseChangeSet> filtered(LiquibaseNode node, List<LiquibaseChangeSet> sets) {
        return node.value("context")
                        .or(() -> node.value("contextFilter"))
                        .or(() -> node.value("labels"))
                        .isPresent()
                ? sets.stream().map(LiquibaseChangeSet::asFiltered).toList()
                : sets;
    }

    private void property(LiquibaseNode node, LiquibasePaths.Place place) {
        if (!LiquibaseDbms.matches(node.value("dbms"))) {
            return;
        }
        node.value("name")
                .ifPresent(name -> parameters.define(
                        parameters.expand(name), node.value("value").orElse("")));
        node.value("file").ifPresent(named -> paths.file(named, place)
                .ifPresent(there ->
                        PropertiesText.of(paths.bundle().text(there.file())).forEach(parameters::define)));
    }
}
