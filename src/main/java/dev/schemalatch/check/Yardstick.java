package dev.schemalatch.check;

import dev.schemalatch.connection.ConnectionSettings;
import dev.schemalatch.failure.FailedException;
import dev.schemalatch.failure.Reason;
import dev.schemalatch.history.History;
import dev.schemalatch.tool.Content;
import dev.schemalatch.tool.Migration;
import dev.schemalatch.tool.PgDump;
import dev.schemalatch.tool.SchemaFile;
import dev.schemalatch.tool.Script;
import java.util.Optional;
import java.util.TreeSet;

/** What the live schema is held against. */
sealed interface Yardstick {

    /** What the applied migrations make. */
    record Replay() implements Yardstick {}

    /** What a file makes that stands for all migrations together. */
    record File(SchemaFile file) implements Yardstick {

        Migration migration() {
            return new Migration(file.path(), file.path(), new Content.Sql(file.script()));
        }
    }

    /** The schema of another database. */
    record Reference(ConnectionSettings settings) implements Yardstick {}

    /**
     * Nothing.
     *
     * @param why for people
     */
    record None(String why) implements Yardstick {}

    /**
     * Chooses: what the user names, or what the project has where migrations are programs.
     *
     * @throws FailedException {@code SpecInvalid} where the user names a file that is not there
     */
    static Yardstick of(CheckRequest request, Shipped shipped, History history) {
        var named = request.choice().schema().map(schema -> of(schema, shipped));
        if (named.isEmpty() && !isCode(shipped, history)) {
            return new Replay();
        }
        return named.or(() -> shipped.tool().schema(shipped.project()).map(File::new))
                .map(schema -> whole(history) ? schema : new None(NOT_WHOLE.formatted(shown(schema))))
                .orElseGet(() -> new None(NOT_RUN.formatted(languages(shipped))));
    }

    /** Said where what a file or a database has cannot be told from what is pending. */
    String NOT_WHOLE = "schema: not compared, since %s has what all migrations make, and not all of them are applied";

    /** Said where nothing says what migrations make. */
    String NOT_RUN =
            "schema: not compared, since the migrations are %s, which is not run; name a file of the schema or a"
                    + " database that has it (spec.migrations.schema, --schema-file, --schema-database)";

    private static Yardstick of(SchemaSource schema, Shipped shipped) {
        return switch (schema) {
            case SchemaSource.InFiles(String path) ->
                new File(new SchemaFile(path, Script.asItIs(PgDump.forTheServer(text(shipped, path)))));
            case SchemaSource.Text(String name, String sql) ->
                new File(new SchemaFile(name, Script.asItIs(PgDump.forTheServer(sql))));
            case SchemaSource.Database(ConnectionSettings settings) -> new Reference(settings);
        };
    }

    private static String text(Shipped shipped, String path) {
        var bundle = shipped.project().bundle();
        if (!bundle.files().containsKey(path)) {
            throw FailedException.of(
                    Reason.SpecInvalid,
                    "%s holds no file %s. Correct spec.migrations.schema.path.".formatted(bundle.origin(), path));
        }
        return bundle.text(path);
    }

    private static String shown(Yardstick schema) {
        return schema instanceof File(SchemaFile file) ? file.path() : "the database that is named for it";
    }

    private static boolean whole(History history) {
        return history.pending().isEmpty() && history.failed().isEmpty();
    }

    /** Whether any of what is applied is a program. */
    private static boolean isCode(Shipped shipped, History history) {
        return shipped.migrations().stream()
                .anyMatch(migration -> migration.isCode() && !history.pending().contains(migration.name()));
    }

    private static String languages(Shipped shipped) {
        var languages = new TreeSet<String>();
        shipped.migrations().forEach(migration -> language(migration).ifPresent(languages::add));
        return String.join(" and ", languages);
    }

    private static Optional<String> language(Migration migration) {
        return migration.content() instanceof Content.Code code ? Optional.of(code.language()) : Optional.empty();
    }
}
