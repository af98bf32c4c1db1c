package dev.schemalatch.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.schemalatch.verdict.Hold;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What to compare with what, and how often. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@ValidationRule(
        value = "!has(self.interval) || duration(self.interval) >= duration('10s')",
        message = "interval must be at least 10s")
@ValidationRule(
        value = "!has(self.timeout) || duration(self.timeout) >= duration('1s')",
        message = "timeout must be at least 1s")
public record MigrationDriftCheckSpec(
        @JsonPropertyDescription("How often to check, as a Go duration of at least 10s. Jittered by 10 %.")
        @Default("5m")
        @Pattern(DURATION)
        @Size(max = 32)
        @Nullable
        String interval,

        @JsonPropertyDescription("Wall clock of one check, as a Go duration.")
        @Default("2m")
        @Pattern(DURATION)
        @Size(max = 32)
        @Nullable
        String timeout,

        @JsonPropertyDescription("Stops checking; the last results stand.") @Nullable
        Boolean suspend,

        @JsonPropertyDescription("The database in question. It is only ever read.") @Required
        DatabaseSpec database,

        @JsonPropertyDescription("The migrations that the application ships.") @Required
        MigrationsSpec migrations,

        @JsonPropertyDescription("Where migrations are replayed. By default a server inside the operator, of the"
                + " database's major version.")
        @Nullable
        ShadowSpec shadow,

        @JsonPropertyDescription("What to leave out of the comparison.") @Size(max = 100)
        List<IgnoreSpec> ignore,

        @JsonPropertyDescription("What to compare though environments may differ in it: owners, privileges and default"
                + " privileges. By default none of these.")
        @Size(max = 3)
        List<Comparable> compare,

        @JsonPropertyDescription("Queries that must return no row before a new revision starts.") @Size(max = 20)
        List<PreconditionSpec> preconditions,

        @JsonPropertyDescription("When a new revision may start.") @Nullable
        GateSpec gate,

        @JsonPropertyDescription("What is written to the report ConfigMap.") @Nullable
        ReportSpec report) {

    /** Go's durations as people write them: {@code 90s}, {@code 1h30m}. */
    static final String DURATION = "^([0-9]+(\\.[0-9]+)?(ms|s|m|h))+$";

    public MigrationDriftCheckSpec {
        ignore = ignore == null ? List.of() : List.copyOf(ignore);
        compare = compare == null ? List.of() : List.copyOf(compare);
        preconditions = preconditions == null ? List.of() : List.copyOf(preconditions);
    }

    /** What differs between environments by right. */
    public enum Comparable {
        Owners,
        Privileges,
        DefaultPrivileges
    }

    /** The database, by the Secret that says how to reach it. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record DatabaseSpec(
            @JsonPropertyDescription(
                    "The Secret with the connection, in the same namespace: a PostgreSQL URI under `uri`"
                            + " (or `key`), or host, port, dbname, user, password [, sslmode, ca.crt, tls.crt, tls.key].")
            @Required
            SecretRef secretRef,

            @JsonPropertyDescription(
                    "Schemas to compare. By default every schema that the migrations or the tool's history"
                            + " live in.")
            @Size(max = 100)
            List<String> schemas) {

        public DatabaseSpec {
            schemas = schemas == null ? List.of() : List.copyOf(schemas);
        }
    }

    /** A Secret of the same namespace. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record SecretRef(
            @JsonPropertyDescription("Name of a Secret in the same namespace.") @Required @Size(min = 1, max = 253)
            String name,

            @JsonPropertyDescription("The key that holds the URI, where it is not `uri`.")
            @Size(min = 1, max = 253)
            @Nullable
            String key) {}

    /** The migrations and the tool they are of. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    @ValidationRule(
            value = "[has(self.configMap), has(self.configMaps), has(self.image), has(self.workload)]"
                    + ".filter(given, given).size() == 1",
            message = "exactly one source of migrations is needed: configMap, configMaps, image or workload")
    @ValidationRule(
            value = "has(self.sql) == (has(self.tool) && self.tool == 'Sql')",
            message = "sql is needed with the tool Sql, and only with it")
    public record MigrationsSpec(
            @JsonPropertyDescription("The migration tool; Auto reads the layout and says what it found.")
            @Default("Auto")
            @Nullable
            Tool tool,

            @JsonPropertyDescription("The tool's history table, where it is not the tool's default.") @Nullable
            HistoryTableSpec historyTable,

            @JsonPropertyDescription(
                    "What stands for names in the files: Flyway's placeholders, Liquibase's parameters.")
            @Size(max = 100)
            Map<String, String> placeholders,

            @JsonPropertyDescription(
                    "The table that a program of your own keeps, and how it runs its files; for the tool Sql.")
            @Nullable
            SqlSpec sql,

            @JsonPropertyDescription("What says which schema is expected, for tools whose migrations are programs.")
            @Nullable
            SchemaSpec schema,

            @JsonPropertyDescription("A ConfigMap with the migrations: data keys, or one archive in binaryData.")
            @Nullable
            ConfigMapRef configMap,

            @JsonPropertyDescription("ConfigMaps that together hold the migrations.") @Size(min = 1, max = 32)
            List<ConfigMapRef> configMaps,

            @JsonPropertyDescription("An image with the migrations, or an OCI artifact that is nothing else.") @Nullable
            ImageSpec image,

            @JsonPropertyDescription(
                    "A workload whose image holds the migrations: what its pod template runs at that moment.")
            @Nullable
            WorkloadSpec workload) {

        public MigrationsSpec {
            placeholders = placeholders == null ? Map.of() : Map.copyOf(placeholders);
            configMaps = configMaps == null ? List.of() : List.copyOf(configMaps);
        }
    }

    /** The migration tools that are understood. */
    public enum Tool {
        Auto,
        Alembic,
        Atlas,
        Dbmate,
        Diesel,
        Django,
        Drizzle,
        Ecto,
        Flyway,
        GolangMigrate,
        Goose,
        Hasura,
        Knex,
        Kysely,
        Liquibase,
        NodePgMigrate,
        Prisma,
        Rails,
        Sequelize,
        Sql,
        Sqitch,
        Sqlx,
        Supabase,
        TypeOrm
    }

    /** What says which schema is expected, where the migrations are not replayed. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @ValidationRule(
            value = "has(self.path) != has(self.secretRef)",
            message = "exactly one of path and secretRef is needed")
    public record SchemaSpec(
            @JsonPropertyDescription(
                    "A file of SQL among the migrations' files, or the key of their ConfigMap, that makes the"
                            + " schema of all migrations.")
            @Size(min = 1, max = 1024)
            @Nullable
            String path,

            @JsonPropertyDescription("The Secret of a database that has the schema of all migrations; it is only read.")
            @Nullable
            SecretRef secretRef) {}

    /** A history table, as PostgreSQL stores its name. */
    public record HistoryTableSpec(
            @JsonPropertyDescription("The schema it lies in.") @Required @Size(min = 1, max = 63)
            String schema,

            @JsonPropertyDescription("Its name.") @Required @Size(min = 1, max = 63)
            String name) {}

    /** A ConfigMap of the same namespace. */
    public record ConfigMapRef(
            @JsonPropertyDescription("Name of a ConfigMap in the same namespace.") @Required @Size(min = 1, max = 253)
            String name) {}

    /** Where migrations are replayed. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @ValidationRule(
            value = "[has(self.embedded), has(self.secretRef), has(self.image)].filter(given, given).size() <= 1",
            message = "at most one of embedded, secretRef and image can be given")
    public record ShadowSpec(
            @JsonPropertyDescription("The server inside the operator, of the database's major version. The default.")
            @Nullable
            EmbeddedSpec embedded,

            @JsonPropertyDescription("The Secret of a server of yours where databases may be created.") @Nullable
            SecretRef secretRef,

            @JsonPropertyDescription("An image of PostgreSQL, run as a pod beside the resource while it is checked: for"
                    + " extensions that the server inside the operator lacks. The installation must allow it.")
            @Nullable
            ShadowImageSpec image) {}

    /** The server inside the operator; there is nothing to say about it. */
    public record EmbeddedSpec() {}

    /** Objects to leave out, with everything that is part of them. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record IgnoreSpec(
            @JsonPropertyDescription(
                    "PostgreSQL's own word for the type: `table`, `table column`, `index`. By default any.")
            @Size(max = 128)
            @Nullable
            String type,

            @JsonPropertyDescription("A glob over PostgreSQL's identity of the object: `public.spatial_*`.")
            @Required
            @Size(min = 1, max = 512)
            String name) {}

    /** A query that must return no row before a new revision starts. */
    public record PreconditionSpec(
            @JsonPropertyDescription("What texts call it.") @Required @Size(min = 1, max = 63)
            String name,

            @JsonPropertyDescription("One command that reads; whether it returns a row is all that is looked at.")
            @Required
            @Size(min = 1, max = 8192)
            String sql) {}

    /** When a new revision may start. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record GateSpec(
            @JsonPropertyDescription("Findings that hold a new revision.")
            @Default("[\"Pending\",\"Failed\",\"Missing\",\"Edited\",\"Drift\",\"Precondition\",\"Unknown\"]")
            @Size(max = 7)
            @Nullable
            List<Hold> holdOn,

            @JsonPropertyDescription(
                    "Whether a Deployment is paused while its new version is held, so that it can be scaled"
                            + " from nothing, and `kubectl rollout undo` waits too.")
            @Default("false")
            @Nullable
            Boolean pauseWhileHeld) {}

    /** What is written to the report ConfigMap. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ReportSpec(
            @JsonPropertyDescription(
                    "Whether scripts that mend the schema are planned, proven in the shadow and written beside the report.")
            @Default("true")
            @Nullable
            Boolean sql) {}
}
