package dev.schemalatch.catalog.kind;

import dev.schemalatch.catalog.Blueprint;
import dev.schemalatch.catalog.CatalogObject;
import dev.schemalatch.catalog.Nesting;
import dev.schemalatch.catalog.ObjectKey;
import dev.schemalatch.ddl.Alteration;
import dev.schemalatch.ddl.Lock;
import dev.schemalatch.ddl.Safety;
import dev.schemalatch.ddl.Statement;
import dev.schemalatch.sql.Query;
import dev.schemalatch.sql.Row;
import dev.schemalatch.sql.ServerVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Indexes of every form. Those that a constraint brings are the constraint's; those of partitions that hang on an index of
 * the partitioned table are that index's.
 */
final class Indexes implements Kind {

    /** The switches among the storage parameters of indexes. */
    private static final String SPELLING = """
            CASE WHEN o.name IN ('fastupdate', 'deduplicate_items', 'autosummarize')
                 THEN CASE WHEN o.value::boolean THEN '''on''' ELSE '''off''' END
                 ELSE pg_catalog.quote_literal(o.value) END""";

    @Override
    public String name() {
        return "indexes";
    }

    @Override
    public Query query(ServerVersion version) {
        return Scope.query("""
                SELECT 'index' AS type, n.identity || '.' || pg_catalog.quote_ident(c.relname) AS identity, r.schema,
                       r.type AS within_type, r.identity AS within_identity, pg_catalog.age(i.xmin) AS age,
                       pg_catalog.pg_get_indexdef(i.indexrelid) AS definition, %s AS options,
                       CASE WHEN NOT i.indisready THEN 'not ready' WHEN NOT i.indisvalid THEN 'invalid' END AS state,
                       CASE WHEN i.indisclustered THEN 'clustered' END AS clustered,
                       CASE WHEN i.indexprs IS NOT NULL
                            THEN (SELECT string_agg(a.attnum || ': ' || a.attstattarget, ', ' ORDER BY a.attnum)
                                  FROM pg_catalog.pg_attribute a WHERE a.attrelid = i.indexrelid AND a.attstattarget >= 0)
                       END AS statistics,
                       CASE c.relkind WHEN 'I' THEN 'true' END AS hint_partitioned
                FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
                JOIN namespace n ON n.oid = c.relnamespace JOIN relation r ON r.oid = i.indrelid
                WHERE NOT c.relispartition
                  AND NOT EXISTS (SELECT FROM pg_catalog.pg_constraint k
                                  WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x'))
                """.formatted(Options.select("c.reloptions", SPELLING)));
    }

    /** PostgreSQL spells the storage parameters within the definition, in the order in which they were given. */
    @Override
    public CatalogObject object(Row row) {
        var read = RowReading.object(row);
        var attributes = new TreeMap<>(read.attributes());
        attributes.computeIfPresent(
                "definition", (name, text) -> IndexDefinition.of(text).withoutOptions());
        return new CatalogObject(
                read.key(),
                read.schema(),
                read.within(),
                read.inherited(),
                attributes,
                read.hints(),
                read.position(),
                read.age());
    }

    @Override
    public boolean has(CatalogObject object) {
        return object.key().type().equals("index")
                && object.attribute("definition").isPresent();
    }

    @Override
    public String called(CatalogObject object) {
        return "INDEX " + object.key().identity();
    }

    @Override
    public List<Statement> create(CatalogObject object, Blueprint surroundings) {
        var definition = IndexDefinition.of(object.attribute("definition").orElse(""));
        var valid = object.attribute("state").isEmpty();
        var sql = (valid ? definition.onPartitionsToo() : definition).with(object.attribute("options"));
        var statement = Statement.of(sql).locking(Lock.Share).being(Safety.Locks);
        var table = object.within().map(ObjectKey::identity).orElse("");
        var statements = new ArrayList<Statement>();
        statements.add(definition
                .duplicates(table, partitioned(object))
                .map(statement::unless)
                .orElse(statement));
        statements.addAll(statistics(object, Optional.empty()));
        object.attribute("clustered").ifPresent(mark -> statements.add(cluster(object)));
        return statements;
    }

    @Override
    public List<Statement> drop(CatalogObject object) {
        return List.of(Statement.of("DROP " + called(object)).locking(Lock.AccessExclusive));
    }

    @Override
    public Optional<Alteration> alter(Edit edit) {
        var changed = edit.attributes();
        var invalidated = changed.contains("state") && edit.to("state").isPresent();
        if (changed.contains("definition")
                || partitioned(edit.to()) && (changed.contains("options") || changed.contains("state"))
                || invalidated && changed.size() > 1) {
            return Optional.empty();
        }
        var statements = new ArrayList<Statement>();
        if (changed.contains("state") && !invalidated) {
            statements.add(Statement.of("REINDEX " + called(edit.to()))
                    .locking(Lock.AccessExclusive)
                    .being(Safety.Locks));
        }
        Options.changes(edit.from("options"), edit.to("options"))
                .forEach(change -> statements.add(altering(edit.to(), change)));
        if (changed.contains("statistics")) {
            statements.addAll(statistics(edit.to(), edit.from("statistics")));
        }
        if (changed.contains("clustered")) {
            statements.addAll(clustering(edit));
        }
        return Optional.of(Alteration.of(statements));
    }

    private static boolean partitioned(CatalogObject object) {
        return object.hint("partitioned").isPresent();
    }

    private Statement altering(CatalogObject object, String change) {
        return Statement.of("ALTER " + called(object) + " " + change).locking(Lock.AccessExclusive);
    }

    private List<Statement> statistics(CatalogObject object, Optional<String> from) {
        var targets = new TreeMap<Integer, String>();
        from.stream()
                .flatMap(text -> Nesting.split(text).stream())
                .forEach(target -> targets.put(number(target), "-1"));
        object.attribute("statistics").stream()
                .flatMap(text -> Nesting.split(text).stream())
                .forEach(target -> targets.put(number(target), target.substring(target.indexOf(' ') + 1)));
        return targets.entrySet().stream()
                .map(target -> altering(
                        object, "ALTER COLUMN %d SET STATISTICS %s".formatted(target.getKey(), target.getValue())))
                .toList();
    }

    private static int number(String target) {
        return Integer.parseInt(target.substring(0, target.indexOf(':')));
    }

    private static List<Statement> clustering(Edit edit) {
        if (edit.to("clustered").isPresent()) {
            return List.of(cluster(edit.to()));
        }
        var handedOn = edit.to().within().stream()
                .flatMap(table -> edit.after().parts(table).stream())
                .anyMatch(part -> part.attribute("clustered").isPresent());
        return handedOn ? List.of() : List.of(onTable(edit.to(), " SET WITHOUT CLUSTER"));
    }

    private static Statement cluster(CatalogObject object) {
        var identity = object.key().identity();
        return onTable(object, " CLUSTER ON " + identity.substring(Nesting.lastDot(identity) + 1));
    }

    private static Statement onTable(CatalogObject object, String change) {
        var table = object.within()
                .map(key -> key.type().toUpperCase(Locale.ROOT) + " " + key.identity())
                .orElse("");
        return Statement.of("ALTER " + table + change).locking(Lock.ShareUpdateExclusive);
    }
}
