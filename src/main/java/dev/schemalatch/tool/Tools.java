package dev.schemalatch.tool;

import dev.schemalatch.failure.FailedException;
import dev.schemalatch.failure.Reason;
import dev.schemalatch.source.Bundle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The migration tools that are understood. To add one: its file, and one line in the list. */
public final class Tools {

    private static final String SAY_WHICH =
            " Say which: spec.migrations.tool in a resource, --tool on the command line.";

    private static final List<MigrationTool> ALL = List.of(
            new Alembic(),
            new Atlas(),
            new Dbmate(),
            new Diesel(),
            new Django(),
            new Drizzle(),
            new Ecto(),
            new Flyway(),
            new GolangMigrate(),
            new Goose(),
            new Hasura(),
            new Knex(),
            new Kysely(),
            new Liquibase(),
            new NodePgMigrate(),
            new Prisma(),
            new Rails(),
            new Sequelize(),
            new Sqitch(),
            new Sql(),
            new Sqlx(),
            new Supabase(),
            new TypeOrm());

    private Tools() {}

    /** In the order in which messages name them. */
    public static List<MigrationTool> all() {
        return ALL;
    }

    /**
     * The tool of that name, upper or lower case, also as its own project writes it: {@code golang-migrate}.
     *
     * @throws FailedException {@code ToolUnsupported} with the names that are known
     */
    public static MigrationTool named(String name) {
        return ALL.stream()
                .filter(tool -> plain(tool.name()).equals(plain(name)))
                .findFirst()
                .orElseThrow(() -> FailedException.of(
                        Reason.ToolUnsupported,
                        "There is no migration tool of that name here. Known are " + names(ALL)
                                + ", and Auto, which reads the layout."));
    }

    private static String plain(String name) {
        return name.replaceAll("[-_ ]", "").toLowerCase(Locale.ROOT);
    }

    /**
     * The tools whose layout the files have: those that alone write such files, or else all that may have written them.
     *
     * @throws FailedException {@code LayoutUnknown} where none has
     */
    public static List<MigrationTool> claiming(Bundle bundle) {
        var certain = claiming(bundle, Set.of(Claim.CERTAIN));
        var claiming = certain.isEmpty() ? claiming(bundle, Set.of(Claim.POSSIBLE, Claim.PRESUMED)) : certain;
        if (claiming.isEmpty()) {
            throw FailedException.of(
                    Reason.LayoutUnknown,
                    bundle.origin() + " holds no migrations in a layout that is understood. Looked for "
                            + ALL.stream().map(MigrationTool::layout).collect(Collectors.joining("; ")) + ".");
        }
        return claiming;
    }

    private static List<MigrationTool> claiming(Bundle bundle, Set<Claim> claims) {
        return ALL.stream().filter(tool -> claims.contains(tool.claims(bundle))).toList();
    }

    /**
     * The one tool that the files are of, by themselves.
     *
     * @throws FailedException {@code LayoutUnknown} where several may be
     */
    public static MigrationTool only(Bundle files, List<MigrationTool> claiming) {
        if (claiming.size() == 1) {
            return claiming.get(0);
        }
        return claiming.stream()
                .filter(tool -> tool.claims(files) == Claim.PRESUMED)
                .findFirst()
                .orElseThrow(() -> FailedException.of(
                        Reason.LayoutUnknown, files.origin() + " could be of " + names(claiming) + "." + SAY_WHICH));
    }

    /**
     * The one tool that both the files and the database are of. Nothing is guessed between two.
     *
     * @param keeping the tools whose history the database has
     * @throws FailedException {@code LayoutUnknown} where files and database leave more than one, or contradict each other
     */
    public static MigrationTool settle(Bundle files, List<MigrationTool> claiming, List<MigrationTool> keeping) {
        var both = claiming.stream().filter(keeping::contains).toList();
        if (both.size() == 1) {
            return both.get(0);
        }
        if (both.isEmpty() && keeping.isEmpty()) {
            return only(files, claiming);
        }
        throw FailedException.of(
                Reason.LayoutUnknown,
                "%s %s of %s, and the database keeps a history of %s.%s"
                        .formatted(
                                files.origin(),
                                claiming.size() == 1 ? "is" : "could be",
                                names(claiming),
                                names(keeping),
                                SAY_WHICH));
    }

    /** What is to be said of a tool that is only presumed among those that may have written the files. */
    public static Optional<String> presumption(List<MigrationTool> claiming, MigrationTool tool) {
        return claiming.size() == 1
                ? Optional.empty()
                : Optional.of("tool: the files could be of %s; taken for those of %s.%s"
                        .formatted(names(claiming), tool.name(), SAY_WHICH));
    }

    private static String names(List<MigrationTool> tools) {
        return tools.stream().map(MigrationTool::name).collect(Collectors.joining(", "));
    }
}
