package dev.schemalatch.tool;

import dev.schemalatch.failure.FailedException;
import dev.schemalatch.failure.Reason;
import dev.schemalatch.source.Bundle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A directory of Atlas's ({@code LocalDir} in {@code sql/migrate/dir.go}): files right in it, in the order of their names. */
record AtlasFiles(Bundle bundle) {

    /** Only Atlas writes the sum; the files beside it may be those of the tool that applies them. */
    Claim claim() {
        var candidates = summed().candidates();
        if (candidates.isEmpty()) {
            return Claim.NONE;
        }
        return candidates.stream().anyMatch(folder -> AtlasFormat.of(texts(folder)) == AtlasFormat.ATLAS)
                ? Claim.CERTAIN
                : Claim.POSSIBLE;
    }

    private ScriptFolder summed() {
        return new ScriptFolder(bundle, 1, AtlasSum.FILE::equals);
    }

    /** @throws FailedException {@code LayoutUnknown}, {@code ToolUnsupported} */
    MigrationFiles read() {
        var folders =
                summed().candidates().isEmpty() ? new ScriptFolder(bundle, 1, name -> name.endsWith(".sql")) : summed();
        var folder = folders.path("Atlas (<version>_<name>.sql with " + AtlasSum.FILE + ")");
        var texts = texts(folder);
        var format = AtlasFormat.of(texts);
        if (format == AtlasFormat.OTHER) {
            throw FailedException.of(
                    Reason.ToolUnsupported,
                    bundle.origin() + ": a directory of Atlas in the format of Flyway or Liquibase is not read."
                            + " Name the tool that wrote the files, or import them: atlas migrate import.");
        }
        var sums = sums(folder, texts.keySet(), format);
        texts.keySet().removeIf(name -> !format.takes(name));
        List<Migration> migrations = new ArrayList<>();
        List<String> notes = new ArrayList<>(staleness(folder, sums));
        texts.forEach((name, text) -> {
            var stem = name.substring(
                    0, name.length() - (format == AtlasFormat.GOLANG_MIGRATE ? ".up.sql" : ".sql").length());
            var content = format.script(text).<Content>map(Content.Sql::new).orElseGet(Content.Lacking::new);
            var hashes = sums.stream()
                    .flatMap(sum -> Optional.ofNullable(sum.hashes().get(name)).stream())
                    .collect(Collectors.toUnmodifiableSet());
            migrations.add(new Migration(stem.split("_", 2)[0], stem, folder + name, content, hashes));
        });
        return new MigrationFiles(migrations, notes);
    }

    // of golang-migrate's files Atlas took in the ways down, too, until it did not any more
    private List<AtlasSum> sums(String folder, Set<String> names, AtlasFormat format) {
        var all = AtlasSum.of(contents(folder, names));
        var taken = names.stream().filter(format::takes).collect(Collectors.toCollection(TreeSet::new));
        return taken.size() == names.size() ? List.of(all) : List.of(AtlasSum.of(contents(folder, taken)), all);
    }

    private TreeMap<String, String> texts(String folder) {
        var texts = new TreeMap<String, String>();
        ScriptFolder.names(bundle, folder).stream()
                .filter(name -> name.endsWith(".sql"))
                .forEach(name -> texts.put(name, bundle.text(folder + name)));
        return texts;
    }

    private SequencedMap<String, byte[]> contents(String folder, Set<String> names) {
        SequencedMap<String, byte[]> contents = new LinkedHashMap<>();
        names.forEach(name -> contents.put(
                name, Optional.ofNullable(bundle.files().get(folder + name)).orElseThrow()));
        return contents;
    }

    private List<String> staleness(String folder, List<AtlasSum> now) {
        var path = folder + AtlasSum.FILE;
        if (!bundle.files().containsKey(path)) {
            return List.of("%s: missing, so that Atlas refuses to run; write it: atlas migrate hash".formatted(path));
        }
        return AtlasSum.read(bundle.text(path))
                .map(then -> now.stream().anyMatch(then::equals) ? Optional.<String>empty() : then.staleFor(now.get(0)))
                .orElseGet(() -> Optional.of("it was changed by hand"))
                .map(why -> "%s: stale, so that Atlas refuses to run: %s; write it anew: atlas migrate hash"
                        .formatted(path, why))
                .stream()
                .toList();
    }
}
