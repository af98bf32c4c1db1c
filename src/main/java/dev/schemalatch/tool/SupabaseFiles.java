package dev.schemalatch.tool;

import dev.schemalatch.failure.FailedException;
import dev.schemalatch.failure.Reason;
import dev.schemalatch.source.Bundle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The files of Supabase's migrations ({@code pkg/migration/list.go} and {@code file.go}). */
record SupabaseFiles(Bundle bundle) {

    private static final Pattern SCRIPT = Pattern.compile("([0-9]+)_(.*)\\.sql", Pattern.DOTALL);
    private static final Pattern TIMED = Pattern.compile("[0-9]{14}_.*\\.sql", Pattern.DOTALL);
    private static final Pattern OLD_INIT = Pattern.compile(".*?([0-9]{14})_init\\.sql.*", Pattern.DOTALL);
    private static final Pattern ALONE = Pattern.compile(
            "(?is)(?:\\s|--[^\n]*+\n|/\\*.*?\\*/)*+(?:VACUUM|ALTER\\s+SYSTEM|[^;]{0,40}\\bCONCURRENTLY)\\b");
    private static final long OLD = 20211209000000L;
    private static final String FOLDER = "supabase/migrations/";
    private static final String CONFIG = "config.toml";

    Claim claim() {
        if (home().isPresent()) {
            return Claim.CERTAIN;
        }
        var folders = new ScriptFolder(bundle, 1, name -> TIMED.matcher(name).matches()).candidates();
        return folders.isEmpty() ? Claim.NONE : Claim.POSSIBLE;
    }

    /**
     * In the order of their names.
     *
     * @throws FailedException {@code LayoutUnknown}, {@code DuplicateMigration}
     */
    MigrationFiles files() {
        var folder = home().orElseGet(() -> new ScriptFolder(
                        bundle, 1, name -> SCRIPT.matcher(name).matches())
                .path("Supabase: no " + FOLDER + "<timestamp>_<name>.sql"));
        var migrations = new ArrayList<Migration>();
        var notes = new ArrayList<String>();
        var seen = new HashMap<String, String>();
        for (var name : ScriptFolder.names(bundle, folder)) {
            var script = SCRIPT.matcher(name);
            if (skipped(folder, name)) {
                notes.add(
                        "Supabase skips " + folder + name + ": it takes a first file of this name for one of its own.");
            } else if (script.matches()) {
                var version = script.group(1);
                Optional.ofNullable(seen.put(version, name)).ifPresent(other -> {
                    throw FailedException.of(
                            Reason.DuplicateMigration,
                            "%s: %s and %s are both version %s. Give one of them another timestamp."
                                    .formatted(bundle.origin(), other, name, version));
                });
                migrations.add(migration(folder, name, version));
            } else if (name.endsWith(".sql")) {
                notes.add("Supabase skips " + folder + name + ": its name is not <timestamp>_<name>.sql.");
            }
        }
        return new MigrationFiles(migrations, notes);
    }

    // before each file goes a RESET ALL
    private Migration migration(String folder, String name, String version) {
        var parts = new SupabaseStatements(bundle.text(folder + name)).parts();
        var script = new Script(parts, mode(parts)).in(Script.Session.RESET);
        return new Migration(
                version,
                name.substring(0, name.length() - ".sql".length()),
                folder + name,
                new Content.Sql(script),
                Set.of(SupabaseStatements.hash(
                        parts.stream().map(Script.Part::sql).toList())));
    }

    /**
     * The statements go down one pipeline, which is a transaction but for its first statement: that one may be of those that
     * stand in none, and is committed then.
     */
    private static Script.Mode mode(List<Script.Part> parts) {
        var alone = parts.size() == 1
                || !parts.isEmpty() && ALONE.matcher(parts.get(0).sql()).lookingAt();
        return alone ? Script.Mode.AS_IT_IS : Script.Mode.IN_TRANSACTION;
    }

    /** The folder in a project, or below a folder that holds Supabase's configuration. */
    private Optional<String> home() {
        var homes = bundle.files().keySet().stream()
                .flatMap(path -> home(path).stream())
                .distinct()
                .toList();
        return homes.size() == 1 ? Optional.of(homes.get(0)) : Optional.empty();
    }

    private Optional<String> home(String path) {
        var at = ("/" + path).indexOf("/" + FOLDER);
        if (at >= 0) {
            return Optional.of(path.substring(0, at + FOLDER.length()));
        }
        var folder = path.substring(0, path.lastIndexOf('/') + 1);
        var configured = path.equals(folder + CONFIG) && bundle.text(path).contains("project_id");
        return configured && ("/" + folder).endsWith("/supabase/") || configured && folder.isEmpty()
                ? Optional.of(folder + "migrations/")
                : Optional.empty();
    }

    private boolean skipped(String folder, String name) {
        var init = OLD_INIT.matcher(name);
        return init.matches()
                && Long.parseLong(init.group(1)) < OLD
                && first(folder).equals(name);
    }

    // folders are counted too
    private String first(String folder) {
        var directory = bundle.directories().stream()
                .filter(path -> path.startsWith(folder) && path.length() > folder.length())
                .map(path -> path.substring(folder.length()))
                .findFirst();
        var file = ScriptFolder.names(bundle, folder).get(0);
        return directory.filter(other -> other.compareTo(file) < 0).orElse(file);
    }
}
