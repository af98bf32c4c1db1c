package dev.schemalatch.tool;

import dev.schemalatch.failure.FailedException;
import dev.schemalatch.failure.Reason;
import dev.schemalatch.source.Bundle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The files of Drizzle ({@code drizzle-orm/migrator.ts}): those that {@code meta/_journal.json} names, or since 1.0 a folder for each
 * migration. An id is the time that the history stores as {@code created_at}.
 */
record DrizzleFiles(Bundle bundle) {

    static final String LAYOUT =
            "Drizzle: <tag>.sql beside meta/_journal.json, or <time>_<name>/migration.sql with snapshot.json";

    private static final String SCRIPT = "/migration.sql";
    private static final String FLAT_SCRIPT = "__migration.sql";
    private static final String SNAPSHOT = "/snapshot.json";

    Claim claim() {
        var journals = DrizzleJournal.in(bundle);
        if (journals.stream().anyMatch(DrizzleJournal::isOfPostgres)) {
            return Claim.CERTAIN;
        }
        if (!journals.isEmpty()) {
            return Claim.NONE;
        }
        return snapshots().isEmpty() ? foldersClaim() : Claim.CERTAIN;
    }

    // without snapshots they look as Prisma's
    private Claim foldersClaim() {
        var scripts = scripts();
        return !scripts.isEmpty()
                        && scripts.stream().map(ProgramFolder::name).allMatch(name -> name.matches("\\d{14}_.*"))
                ? Claim.POSSIBLE
                : Claim.NONE;
    }

    /** @throws FailedException {@code LayoutUnknown}, {@code ToolUnsupported} */
    MigrationFiles read() {
        var journals = DrizzleJournal.in(bundle);
        return journals.isEmpty() ? inFolders() : inJournal(DrizzleJournal.one(bundle, journals));
    }

    private MigrationFiles inJournal(DrizzleJournal journal) {
        var migrations = new ArrayList<Migration>();
        var notes = new ArrayList<String>();
        for (var entry : journal.entries()) {
            var path = journal.folder() + entry.tag() + ".sql";
            var migration = migration(Long.toString(entry.when()), entry.tag(), path);
            migrations.add(migration);
            if (migration.content() instanceof Content.Lacking) {
                notes.add(Note.of(
                        "%s: the journal names it, and there is no %s; Drizzle refuses to run", entry.tag(), path));
            } else if (isPulled(path)) {
                notes.add(Note.of(
                        "%s: drizzle-kit pull wrote its statements as a comment; the file makes nothing", entry.tag()));
            }
        }
        notes.addAll(notInJournal(journal, migrations));
        return new MigrationFiles(migrations, notes);
    }

    private List<String> notInJournal(DrizzleJournal journal, List<Migration> migrations) {
        var named = migrations.stream().map(Migration::path).collect(Collectors.toSet());
        return bundle.files().keySet().stream()
                .filter(path -> path.startsWith(journal.folder()) && path.endsWith(".sql"))
                .filter(path -> path.indexOf('/', journal.folder().length()) < 0 && !named.contains(path))
                .map(path -> Note.of("%s: not in the journal, so that Drizzle does not run it", path))
                .toList();
    }

    private boolean isPulled(String path) {
        return bundle.text(path).startsWith("-- Current sql file was generated after introspecting the database");
    }

    private MigrationFiles inFolders() {
        var root = root();
        return MigrationFiles.of(scripts().stream()
                .filter(folder -> above(folder).equals(root))
                .sorted(Comparator.comparing(ProgramFolder::name, LocaleCompare.ORDER))
                .map(folder -> migration(
                        DrizzleTime.of(ProgramFolder.name(folder)), ProgramFolder.name(folder), folder + script()))
                .toList());
    }

    /** The folder of the folders, which is the one nearest to the top. */
    private String root() {
        var folders = snapshots().isEmpty() ? scripts() : snapshots();
        var depth = folders.stream().mapToLong(DrizzleFiles::depth).min().orElse(0);
        var roots = folders.stream()
                .filter(folder -> depth(folder) == depth)
                .map(DrizzleFiles::above)
                .distinct()
                .toList();
        if (roots.size() != 1) {
            throw FailedException.of(
                    Reason.LayoutUnknown,
                    roots.isEmpty()
                            ? bundle.origin() + " holds no migrations of " + LAYOUT + ". Name their folder."
                            : bundle.origin() + " holds several folders of Drizzle's migrations: "
                                    + String.join(", ", roots) + ". Name one of them.");
        }
        return roots.get(0);
    }

    private List<String> scripts() {
        return bundle.files().keySet().stream()
                .filter(path -> path.endsWith(script()) && !path.contains("node_modules/"))
                .map(path -> path.substring(0, path.length() - script().length()))
                .toList();
    }

    /** As keys of a ConfigMap they have lost their folders, as {@code schemalatch pack} has it. */
    private String script() {
        return bundle.shape() == Bundle.Shape.FLAT ? FLAT_SCRIPT : SCRIPT;
    }

    /** Those that drizzle-kit made: it writes a snapshot beside each script. */
    private List<String> snapshots() {
        return scripts().stream()
                .filter(folder -> bundle.files().containsKey(folder + SNAPSHOT))
                .toList();
    }

    private static long depth(String path) {
        return path.chars().filter(c -> c == '/').count();
    }

    /** Whether it is of the layout of 1.0. */
    static boolean isInFolder(Migration migration) {
        return migration.path().endsWith(SCRIPT) || migration.path().endsWith(FLAT_SCRIPT);
    }

    private static String above(String path) {
        return path.substring(0, path.lastIndexOf('/') + 1);
    }

    private Migration migration(String id, String name, String path) {
        return Optional.ofNullable(bundle.files().get(path))
                .map(JavaScriptText::of)
                .map(text -> new Migration(
                        id, name, path, new Content.Sql(DrizzleScript.of(text)), Set.of(DrizzleScript.hash(text))))
                .orElseGet(() -> new Migration(id, name, path, new Content.Lacking(), Set.of()));
    }
}
