package dev.schemalatch.catalog.kind;

import dev.schemalatch.catalog.Blueprint;
import dev.schemalatch.catalog.CatalogObject;
import dev.schemalatch.ddl.Alteration;
import dev.schemalatch.ddl.Lock;
import dev.schemalatch.ddl.Safety;
import dev.schemalatch.ddl.Statement;
import dev.schemalatch.sql.Query;
import dev.schemalatch.sql.ServerVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Columns of tables; where they stand in the row is no fact. An identity column carries
 * the options of its sequence. A column that a partition or child table has from its parent names that one, and carries
 * only those facts in which it departs from it: what is done to the parent's column is one change, however many partitions
 * there are.
 */
final class Columns implements Kind {

    /** In which a column may depart from that of its parent. */
    private static final Set<String> OWN = Set.of(
            "default", "storage", "compression", "statistics", "options", "not_null", "generated", "identity_column");

    /** From 18 on NOT NULL is a constraint, which may be less than that: not validated, or not for children. */
    private static final String NOT_NULL_AS_CONSTRAINT = """
            SELECT k.conrelid, k.conkey[1] AS attnum,
                   concat_ws(', ', 'true', CASE WHEN NOT k.convalidated THEN 'not valid' END,
                             CASE WHEN k.connoinherit THEN 'no inherit' END) AS spelled,
                   CASE WHEN k.conname !~ '_not_null[0-9]*$' THEN ', named ' || pg_catalog.quote_ident(k.conname) END AS named
            FROM pg_catalog.pg_constraint k
            WHERE k.contype = 'n' AND (NOT k.convalidated OR k.connoinherit OR k.conname !~ '_not_null[0-9]*$')
            """;

    private static final String NOT_NULL_AS_FLAG =
            "SELECT NULL::pg_catalog.oid AS conrelid, NULL::pg_catalog.int2 AS attnum, NULL AS spelled, NULL AS named";

    private static final String SELECT = """
            , fact AS (
              SELECT r.oid, r.type, r.identity, r.schema, a.attname, a.attnum, a.attinhcount > 0 OR w.reloftype <> 0 AS inherited,
                     LEAST(pg_catalog.age(a.xmin), pg_catalog.age(d.xmin)) AS age,
                     CASE WHEN r.relkind <> 'v' THEN pg_catalog.format_type(a.atttypid, a.atttypmod) END AS data_type,
                     CASE WHEN r.relkind IN ('r', 'p') THEN COALESCE(nn.spelled, a.attnotnull::text) END AS not_null,
                     nn.named AS not_null_named,
                     CASE WHEN a.attgenerated = '' THEN pg_catalog.pg_get_expr(d.adbin, d.adrelid) END AS "default",
                     CASE a.attgenerated WHEN 's' THEN pg_catalog.pg_get_expr(d.adbin, d.adrelid) || ' stored'
                                         WHEN 'v' THEN pg_catalog.pg_get_expr(d.adbin, d.adrelid) || ' virtual'
                     END AS generated,
                     CASE a.attidentity WHEN 'a' THEN 'always' WHEN 'd' THEN 'by default' END AS identity_kind,
                     s.options AS identity_options,
                     CASE WHEN a.attcollation <> t.typcollation AND r.relkind <> 'v'
                          THEN a.attcollation::pg_catalog.regcollation::text
                     END AS collation,
                     CASE WHEN a.attstorage <> t.typstorage
                          THEN CASE a.attstorage WHEN 'p' THEN 'plain' WHEN 'e' THEN 'external' WHEN 'm' THEN 'main'
                                                 ELSE 'extended' END END AS storage,
                     CASE a.attcompression WHEN 'p' THEN 'pglz' WHEN 'l' THEN 'lz4' END AS compression,
                     NULLIF(a.attstattarget, -1)::text AS statistics,
                     CASE WHEN a.attoptions IS NOT NULL THEN %s END AS options
              FROM relation r JOIN pg_catalog.pg_class w ON w.oid = r.oid
              JOIN pg_catalog.pg_attribute a ON a.attrelid = r.oid
              JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
              LEFT JOIN pg_catalog.pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
              LEFT JOIN not_null nn ON nn.conrelid = a.attrelid AND nn.attnum = a.attnum
              LEFT JOIN identity_sequence s ON s.attrelid = a.attrelid AND s.attnum = a.attnum
              WHERE a.attnum > 0 AND NOT a.attisdropped
                AND (r.relkind IN ('r', 'p', 'c')
                     OR r.relkind = 'v' AND a.atthasdef)
            ), origin AS (
              SELECT DISTINCT ON (i.child, p.attname) i.child, p.*
              FROM (SELECT i.inhrelid AS child, i.inhparent AS parent, i.inhseqno AS place FROM pg_catalog.pg_inherits i
                    UNION ALL
                    SELECT c.oid, t.typrelid, 1
                    FROM pg_catalog.pg_class c JOIN pg_catalog.pg_type t ON t.oid = c.reloftype WHERE c.reloftype <> 0) i
              JOIN fact p ON p.oid = i.parent
              ORDER BY i.child, p.attname, i.place
            )
            SELECT c.type || ' column' AS type, c.identity || '.' || pg_catalog.quote_ident(c.attname) AS identity, c.schema,
                   c.type AS within_type, c.identity AS within_identity,
                   p.type || ' column' AS inherited_type,
                   p.identity || '.' || pg_catalog.quote_ident(p.attname) AS inherited_identity, c.age, c.attnum AS position,
                   NULLIF(c.data_type, p.data_type) AS data_type,
                   CASE WHEN p.oid IS NULL THEN c.not_null || COALESCE(c.not_null_named, '')
                        ELSE NULLIF(c.not_null, p.not_null) END AS not_null,
                   NULLIF(COALESCE(c."default", CASE WHEN p."default" IS NOT NULL THEN 'none' END), p."default") AS "default",
                   NULLIF(c.generated, p.generated) AS generated,
                   CASE WHEN c.identity_options IS NOT NULL THEN c.identity_kind END AS identity_column,
                   c.identity_options,
                   NULLIF(c.collation, p.collation) AS collation,
                   NULLIF(COALESCE(c.storage, CASE WHEN p.storage IS NOT NULL THEN 'default' END), p.storage) AS storage,
                   c.compression, c.statistics, c.options
            FROM fact c LEFT JOIN origin p ON p.child = c.oid AND p.attname = c.attname AND c.inherited
            WHERE c.type <> 'composite type'
            """;

    /** Begins with the few columns that are identities: looking for a sequence of every column takes a second per 100,000. */
    private static final String IDENTITY_SEQUENCE = """
            SELECT a.attrelid, a.attnum,
                   concat_ws(' ', 'start', s.seqstart, 'increment', s.seqincrement, 'minimum', s.seqmin,
                             'maximum', s.seqmax, 'cache', s.seqcache, CASE WHEN s.seqcycle THEN 'cycle' END) AS options
            FROM pg_catalog.pg_attribute a
            JOIN pg_catalog.pg_depend d
              ON d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.refobjid = a.attrelid
             AND d.refobjsubid = a.attnum AND d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.deptype = 'i'
            JOIN pg_catalog.pg_sequence s ON s.seqrelid = d.objid
            WHERE a.attidentity <> ''
            """;

    @Override
    public String name() {
        return "columns";
    }

    @Override
    public Query query(ServerVersion version) {
        var notNull = version.atLeast(18) ? NOT_NULL_AS_CONSTRAINT : NOT_NULL_AS_FLAG;
        return Scope.query(", not_null AS (" + notNull + "), identity_sequence AS MATERIALIZED (" + IDENTITY_SEQUENCE
                + ")\n" + SELECT.formatted(StorageParameters.spelling("a.attoptions")));
    }

    @Override
    public boolean has(CatalogObject object) {
        return switch (object.key().type()) {
            case "table column" -> true;
            case "view column" -> object.attribute("default").isPresent();
            default -> false;
        };
    }

    @Override
    public String called(CatalogObject object) {
        return "COLUMN " + object.key().identity();
    }

    @Override
    public List<Statement> create(CatalogObject object, Blueprint surroundings) {
        var column = Column.of(object, surroundings);
        if (object.inherited().isPresent() || !ofTable(object)) {
            return new ColumnChange(Column.cameFromParent(object, surroundings), column, surroundings).statements();
        }
        return new ColumnAddition(column, surroundings).statements();
    }

    /** A column of a partition or child table that is just like its parent's. */
    @Override
    public boolean brings(CatalogObject part) {
        return ofTable(part)
                && part.inherited().isPresent()
                && part.attributes().keySet().stream().noneMatch(OWN::contains);
    }

    @Override
    public List<Statement> drop(CatalogObject object) {
        if (object.inherited().isPresent()) {
            return List.of();
        }
        var column = Column.of(object, Blueprint.empty());
        if (!ofTable(object)) {
            var bare = Column.cameFromParent(object, Blueprint.empty());
            return new ColumnChange(column, bare, Blueprint.empty()).statements();
        }
        return List.of(Statement.of(column.alterTable() + " DROP COLUMN " + column.name())
                .locking(Lock.AccessExclusive)
                .being(column.fact("generated").isPresent() ? Safety.Rewrites : Safety.LosesData));
    }

    @Override
    public Optional<Alteration> alter(Edit edit) {
        var to = Column.of(edit.to(), edit.after());
        var change = new ColumnChange(Column.of(edit.from(), edit.before()), to, edit.after());
        if (change.anew()) {
            return Optional.empty();
        }
        var statements = new ArrayList<>(change.statements());
        statements.addAll(new Heirs(edit).again());
        return Optional.of(new Alteration(statements, change.retyped()));
    }

    @Override
    public List<Statement> loosen(CatalogObject object) {
        return object.attribute("default").isEmpty()
                ? List.of()
                : List.of(Statement.of(Column.of(object, Blueprint.empty()).alter("DROP DEFAULT"))
                        .locking(Lock.AccessExclusive));
    }

    @Override
    public List<Statement> fasten(CatalogObject object) {
        return Column.of(object, Blueprint.empty()).fact("default").stream()
                .map(value -> Statement.of(Column.of(object, Blueprint.empty()).alter("SET DEFAULT " + value))
                        .locking(Lock.AccessExclusive))
                .toList();
    }

    private static boolean ofTable(CatalogObject object) {
        return object.key().type().endsWith("table column");
    }
}
