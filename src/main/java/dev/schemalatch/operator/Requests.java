package dev.schemalatch.operator;

import dev.schemalatch.api.v1alpha1.MigrationDriftCheck;
import dev.schemalatch.api.v1alpha1.MigrationDriftCheckSpec;
import dev.schemalatch.api.v1alpha1.MigrationDriftCheckSpec.MigrationsSpec;
import dev.schemalatch.api.v1alpha1.MigrationDriftCheckSpec.SchemaSpec;
import dev.schemalatch.api.v1alpha1.MigrationDriftCheckSpec.SecretRef;
import dev.schemalatch.api.v1alpha1.MigrationDriftCheckSpec.Tool;
import dev.schemalatch.check.CheckRequest;
import dev.schemalatch.check.Compare;
import dev.schemalatch.check.Focus;
import dev.schemalatch.check.IgnoreRule;
import dev.schemalatch.check.Planning;
import dev.schemalatch.check.Precondition;
import dev.schemalatch.check.SchemaSource;
import dev.schemalatch.check.ToolChoice;
import dev.schemalatch.connection.ConnectionSecret;
import dev.schemalatch.connection.ConnectionSettings;
import dev.schemalatch.connection.ConnectionSource;
import dev.schemalatch.source.Source;
import dev.schemalatch.tool.HistoryTable;
import dev.schemalatch.tool.Options;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A resource as a request: the door at which what users write, and what it names, becomes values. */
final class Requests {

    private final Cluster cluster;
    private final CheckSources sources;

    Requests(Cluster cluster, CheckSources sources) {
        this.cluster = cluster;
        this.sources = sources;
    }

    /**
     * Gathers all that a check needs.
     *
     * @param pod the shadow pod that it wants, where it wants one
     * @param read its migrations, where somebody has them already
     * @throws FailedException where the spec, its Secrets or what holds its migrations cannot be used
     */
    CheckRequest of(MigrationDriftCheck check, Optional<? extends ConnectionSource> pod, Optional<Source> read) {
        var spec = check.getSpec();
        var settings = Settings.of(spec);
        var namespace = check.getMetadata().getNamespace();
        var shadow = Optional.ofNullable(spec.shadow())
                .flatMap(wish -> Optional.ofNullable(wish.secretRef()))
                .<ConnectionSource>map(secret -> connection(namespace, secret, "spec.shadow.secretRef"))
                .or(() -> pod);
        return CheckRequest.of(
                        namespace + "/" + check.getMetadata().getName(),
                        connection(namespace, spec.database().secretRef(), "spec.database.secretRef"),
                        read.orElseGet(() -> sources.of(check)),
                        settings.timeout())
                .of(choice(namespace, spec))
                .on(focus(spec))
                .replaying(shadow)
                .requiring(spec.preconditions().stream()
                        .map(one -> new Precondition(one.name(), one.sql()))
                        .toList())
                .planning(wantsScripts(spec) ? Planning.Proven : Planning.None);
    }

    private ToolChoice choice(String namespace, MigrationDriftCheckSpec spec) {
        return new ToolChoice(
                        Optional.ofNullable(spec.migrations().tool())
                                .filter(tool -> tool != Tool.Auto)
                                .map(Tool::name),
                        Optional.ofNullable(spec.migrations().historyTable())
                                .map(table -> new HistoryTable(table.schema(), table.name())))
                .with(options(spec.migrations()))
                .expecting(Optional.ofNullable(spec.migrations().schema()).map(schema -> schema(namespace, schema)));
    }

    private static Options options(MigrationsSpec migrations) {
        var said = Options.none().with(migrations.placeholders());
        return Optional.ofNullable(migrations.sql())
                .map(sql -> said.with(SqlTables.of(sql)))
                .orElse(said);
    }

    private SchemaSource schema(String namespace, SchemaSpec schema) {
        return Optional.ofNullable(schema.secretRef())
                .<SchemaSource>map(secret ->
                        new SchemaSource.Database(connection(namespace, secret, "spec.migrations.schema.secretRef")))
                .orElseGet(() -> new SchemaSource.InFiles(
                        Optional.ofNullable(schema.path()).orElse("")));
    }

    private static Focus focus(MigrationDriftCheckSpec spec) {
        return new Focus(
                spec.database().schemas(),
                spec.ignore().stream()
                        .map(rule ->
                                new IgnoreRule(Optional.ofNullable(rule.type()).orElse(""), rule.name()))
                        .toList(),
                spec.compare().stream()
                        .map(one -> Compare.valueOf(one.name()))
                        .collect(Collectors.toUnmodifiableSet()));
    }

    private static boolean wantsScripts(MigrationDriftCheckSpec spec) {
        return Optional.ofNullable(spec.report()).map(report -> report.sql()).orElse(true);
    }

    private ConnectionSettings connection(String namespace, SecretRef secret, String field) {
        return ConnectionSecret.read(
                        secret.name(),
                        cluster.secret(namespace, secret.name(), field + ".name"),
                        Optional.ofNullable(secret.key()))
                .within(namespace);
    }

    /** Names of the ConfigMaps with the migrations of a resource. */
    static List<String> configMaps(MigrationDriftCheck check) {
        var names = new ArrayList<String>();
        var migrations = check.getSpec().migrations();
        Optional.ofNullable(migrations.configMap()).ifPresent(configMap -> names.add(configMap.name()));
        migrations.configMaps().forEach(configMap -> names.add(configMap.name()));
        return names;
    }
}
