package dev.schemalatch.tool;

import dev.schemalatch.failure.FailedException;
import dev.schemalatch.failure.Reason;
import dev.schemalatch.source.Bundle;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** The files of Prisma's migrations, as folders or as the flat keys that ConfigMaps need. */
record PrismaFiles(Bundle bundle) {

    static final String SCRIPT = "migration.sql";
    private static final String FLAT_SCRIPT = "__" + SCRIPT;
    private static final Comparator<Migration> ORDER = Comparator.comparing(Migration::name, LocaleCompare.ORDER);

    /** What only Prisma, of any version, writes; as ConfigMap keys, what nobody else could claim is anybody's. */
    Claim claim() {
        if (contracts()) {
            return Claim.CERTAIN;
        }
        return switch (bundle.shape()) {
            case TREE -> foldersClaim();
            case FLAT -> keysClaim();
        };
    }

    // Drizzle, since 1.0, calls its folders as Prisma does, and writes a snapshot beside each script
    private Claim foldersClaim() {
        var folders = new PrismaRoot(bundle).candidates();
        if (folders.isEmpty()) {
            return Claim.NONE;
        }
        if (folders.stream().anyMatch(folder -> bundle.files().containsKey(folder + PrismaLock.FILE))) {
            return Claim.CERTAIN;
        }
        return switch (new DrizzleFiles(bundle).claim()) {
            case CERTAIN -> Claim.POSSIBLE;
            case POSSIBLE -> Claim.PRESUMED;
            case NONE, PRESUMED -> Claim.CERTAIN;
        };
    }

    private Claim keysClaim() {
        if (bundle.files().containsKey(PrismaLock.FILE)
                || bundle.files().keySet().stream().anyMatch(key -> key.endsWith(FLAT_SCRIPT) && !otherTools(key))) {
            return Claim.CERTAIN;
        }
        return bundle.files().keySet().stream().anyMatch(key -> scriptName(key).isPresent() && !otherTools(key))
                ? Claim.PRESUMED
                : Claim.NONE;
    }

    /**
     * In the order in which Prisma applies them; none where the lock file stands alone, as Prisma has it too.
     *
     * @throws FailedException {@code LayoutUnknown}, {@code DuplicateMigration}, {@code ToolUnsupported}
     */
    List<Migration> migrations() {
        if (contracts()) {
            throw FailedException.of(
                    Reason.ToolUnsupported,
                    bundle.origin() + " holds migrations of Prisma 8 (migration.json and ops.json), which are not read."
                            + " Prisma 7 and older are.");
        }
        var migrations =
                switch (bundle.shape()) {
                    case TREE -> folders(new PrismaRoot(bundle).path());
                    case FLAT -> keys();
                };
        return migrations.stream().sorted(ORDER).toList();
    }

    // every folder counts, whatever is in it; nested folders and loose files do not
    private List<Migration> folders(String root) {
        new PrismaLock(bundle, root).check();
        return bundle.directories().stream()
                .filter(directory -> directory.startsWith(root) && directory.indexOf('/', root.length()) < 0)
                .map(directory -> migration(directory.substring(root.length()), directory + "/" + SCRIPT))
                .toList();
    }

    private List<Migration> keys() {
        new PrismaLock(bundle, "").check();
        if (bundle.files().containsKey(SCRIPT)) {
            throw FailedException.of(
                    Reason.LayoutUnknown,
                    bundle.origin() + ": the key " + SCRIPT + " has lost the name of its migration. Name it <name>"
                            + FLAT_SCRIPT + ", as schemalatch pack does.");
        }
        var named = new TreeMap<String, Migration>();
        for (var key : bundle.files().keySet()) {
            scriptName(key).ifPresent(name -> {
                var other = named.put(name, migration(name, key));
                if (other != null) {
                    throw FailedException.of(
                            Reason.DuplicateMigration,
                            bundle.origin() + ": the keys " + other.path() + " and " + key + " are both the migration "
                                    + name + ". Remove one.");
                }
            });
        }
        if (named.isEmpty() && !bundle.files().containsKey(PrismaLock.FILE)) {
            throw PrismaRoot.unknown(bundle);
        }
        return List.copyOf(named.values());
    }

    private Migration migration(String name, String path) {
        return Optional.ofNullable(bundle.files().get(path))
                .map(JavaScriptText::of)
                .map(sql ->
                        new Migration(name, name, path, new Content.Sql(Script.asItIs(sql)), PrismaChecksum.allOf(sql)))
                .orElseGet(() -> new Migration(name, path, new Content.Lacking()));
    }

    private static Optional<String> scriptName(String key) {
        return Optional.of(key)
                .filter(k -> k.endsWith(".sql"))
                .map(k -> k.endsWith(FLAT_SCRIPT)
                        ? k.substring(0, k.length() - FLAT_SCRIPT.length())
                        : k.substring(0, k.length() - ".sql".length()))
                .filter(name -> !name.isEmpty());
    }

    // V1__init.sql, 000001_init.up.sql: names that tell of tools with flat files
    private static boolean otherTools(String key) {
        return key.endsWith(FLAT_SCRIPT)
                ? key.matches("[VRUB][0-9._]*" + FLAT_SCRIPT)
                : key.matches("[VRUB][0-9._]*__.*|.*\\.(up|down|do|undo)\\.sql");
    }

    private boolean contracts() {
        return bundle.files().keySet().stream()
                .filter(path -> path.endsWith("ops.json"))
                .map(path -> path.substring(0, path.length() - "ops.json".length()))
                .anyMatch(folder -> bundle.files().containsKey(folder + "migration.json"));
    }
}
