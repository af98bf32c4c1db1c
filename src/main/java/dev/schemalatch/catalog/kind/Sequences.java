package dev.schemalatch.catalog.kind;

import dev.schemalatch.catalog.Blueprint;
import dev.schemalatch.catalog.CatalogObject;
import dev.schemalatch.ddl.Alteration;
import dev.schemalatch.ddl.Lock;
import dev.schemalatch.ddl.Safety;
import dev.schemalatch.ddl.Sql;
import dev.schemalatch.ddl.Statement;
import dev.schemalatch.sql.Query;
import dev.schemalatch.sql.ServerVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Sequences as they are defined; where they have come to is data. Those of serial columns are part of the column that owns
 * them; those of identity columns are a fact of the column itself.
 */
final class Sequences implements Kind {

    private static final List<String> TYPES = List.of("smallint", "integer", "bigint");

    @Override
    public String name() {
        return "sequences";
    }

    @Override
    public Query query(ServerVersion version) {
        return Scope.query("""
                SELECT r.type, r.identity, r.schema,
                       CASE o.relkind WHEN 'f' THEN 'foreign table column' WHEN 'v' THEN 'view column' ELSE 'table column' END AS within_type,
                       d.refobjid::pg_catalog.regclass::text || '.' || pg_catalog.quote_ident(a.attname) AS within_identity,
                       LEAST(pg_catalog.age(s.xmin), pg_catalog.age(d.xmin)) AS age,
                       pg_catalog.format_type(s.seqtypid, NULL) AS data_type, s.seqstart AS "start", s.seqincrement AS increment,
                       s.seqmin AS minimum, s.seqmax AS maximum, s.seqcache AS cache, s.seqcycle::text AS cycle,
                       CASE c.relpersistence WHEN 'u' THEN 'unlogged' ELSE 'permanent' END AS persistence,
                       d.refobjid::pg_catalog.regclass::text || '.' || pg_catalog.quote_ident(a.attname) AS owned_by
                FROM relation r JOIN pg_catalog.pg_class c ON c.oid = r.oid JOIN pg_catalog.pg_sequence s ON s.seqrelid = r.oid
                LEFT JOIN pg_catalog.pg_depend d
                  ON d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.objid = r.oid AND d.objsubid = 0
                 AND d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.refobjsubid > 0 AND d.deptype IN ('a', 'i')
                LEFT JOIN pg_catalog.pg_class o ON o.oid = d.refobjid
                LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
                WHERE c.relkind = 'S' AND d.deptype IS DISTINCT FROM 'i'
                """);
    }

    @Override
    public boolean has(CatalogObject object) {
        return object.key().type().equals("sequence")
                && object.attribute("data_type").isPresent();
    }

    @Override
    public String called(CatalogObject object) {
        return "SEQUENCE " + object.key().identity();
    }

    @Override
    public List<Statement> create(CatalogObject object, Blueprint surroundings) {
        var unlogged = object.attribute("persistence").equals(Optional.of("unlogged")) ? "UNLOGGED " : "";
        return List.of(Statement.of("CREATE " + unlogged + called(object) + options(object)));
    }

    private static String options(CatalogObject object) {
        return " AS %s START WITH %s INCREMENT BY %s MINVALUE %s MAXVALUE %s CACHE %s %s"
                .formatted(
                        object.attribute("data_type").orElse("bigint"),
                        object.attribute("start").orElse("1"),
                        object.attribute("increment").orElse("1"),
                        object.attribute("minimum").orElse("1"),
                        object.attribute("maximum").orElse("1"),
                        object.attribute("cache").orElse("1"),
                        object.attribute("cycle").equals(Optional.of("true")) ? "CYCLE" : "NO CYCLE");
    }

    @Override
    public List<Statement> drop(CatalogObject object) {
        return List.of(Statement.of("DROP " + called(object)).being(Safety.LosesData));
    }

    /** The column that owns a sequence is there after everything else: its default is what needs the sequence. */
    @Override
    public List<Statement> finish(CatalogObject object) {
        return object.attribute("owned_by").stream()
                .map(column -> altering(object, " OWNED BY " + column))
                .toList();
    }

    @Override
    public Optional<Alteration> alter(Edit edit) {
        var statements = new ArrayList<Statement>();
        var changed = edit.attributes();
        if (changed.contains("persistence")) {
            var logged = edit.to("persistence").equals(Optional.of("unlogged")) ? "UNLOGGED" : "LOGGED";
            statements.add(altering(edit.to(), " SET " + logged).locking(Lock.AccessExclusive));
        }
        if (changed.stream().anyMatch(name -> !Set.of("persistence", "owned_by").contains(name))) {
            if (narrower(edit)) {
                statements.addAll(intoLimits(edit));
            }
            statements.add(altering(edit.to(), options(edit.to())));
        }
        if (changed.contains("owned_by")) {
            statements.add(
                    altering(edit.to(), " OWNED BY " + edit.to("owned_by").orElse("NONE")));
        }
        return Optional.of(Alteration.of(statements));
    }

    private Statement altering(CatalogObject object, String change) {
        return Statement.of("ALTER " + called(object) + change).locking(Lock.ShareRowExclusive);
    }

    private static boolean narrower(Edit edit) {
        return number(edit.to(), "minimum") > number(edit.from(), "minimum")
                || number(edit.to(), "maximum") < number(edit.from(), "maximum");
    }

    /** PostgreSQL refuses limits that a sequence stands outside of: such a one begins anew, within what both allow. */
    private List<Statement> intoLimits(Edit edit) {
        var statements = new ArrayList<Statement>();
        var start = number(edit.to(), "start");
        if (start < number(edit.from(), "minimum") || start > number(edit.from(), "maximum")) {
            statements.add(altering(
                    edit.to(),
                    " AS %s MINVALUE %d MAXVALUE %d"
                            .formatted(
                                    wider(edit),
                                    Math.min(number(edit.from(), "minimum"), number(edit.to(), "minimum")),
                                    Math.max(number(edit.from(), "maximum"), number(edit.to(), "maximum")))));
        }
        var identity = edit.to().key().identity();
        statements.add(
                Statement.of("SELECT pg_catalog.setval(%s, %d, false) FROM %s WHERE last_value NOT BETWEEN %d AND %d"
                                .formatted(
                                        Sql.text(identity),
                                        start,
                                        identity,
                                        number(edit.to(), "minimum"),
                                        number(edit.to(), "maximum")))
                        .being(Safety.NeedsBackup));
        return statements;
    }

    private static String wider(Edit edit) {
        return TYPES.get(Math.max(
                TYPES.indexOf(edit.from("data_type").orElse("bigint")),
                TYPES.indexOf(edit.to("data_type").orElse("bigint"))));
    }

    private static long number(CatalogObject object, String attribute) {
        return object.attribute(attribute).map(Long::parseLong).orElse(1L);
    }
}
