package dev.schemalatch.catalog.kind;

import dev.schemalatch.catalog.Blueprint;
import dev.schemalatch.catalog.CatalogObject;
import dev.schemalatch.catalog.ObjectKey;
import dev.schemalatch.ddl.Alteration;
import dev.schemalatch.ddl.Safety;
import dev.schemalatch.ddl.Statement;
import dev.schemalatch.sql.Query;
import dev.schemalatch.sql.ServerVersion;
import java.util.List;
import java.util.Optional;

/** Range types, each with its multirange type and the functions that construct both. */
final class RangeTypes implements Kind {

    private static final List<String> OPTIONS =
            List.of("subtype", "subtype_opclass", "collation", "canonical", "subtype_diff", "multirange_type_name");

    @Override
    public String name() {
        return "range types";
    }

    @Override
    public Query query(ServerVersion version) {
        return Scope.query("""
                SELECT 'type' AS type, n.identity || '.' || pg_catalog.quote_ident(t.typname) AS identity, n.name AS schema,
                       pg_catalog.age(t.xmin) AS age, 'range' AS form,
                       pg_catalog.format_type(r.rngsubtype, NULL) AS subtype,
                       CASE WHEN NOT o.opcdefault
                            THEN pg_catalog.quote_ident(s.nspname) || '.' || pg_catalog.quote_ident(o.opcname)
                       END AS subtype_opclass,
                       CASE WHEN r.rngcollation <> b.typcollation THEN r.rngcollation::pg_catalog.regcollation::text
                       END AS collation,
                       NULLIF(r.rngcanonical, 0)::pg_catalog.regproc::text AS canonical,
                       NULLIF(r.rngsubdiff, 0)::pg_catalog.regproc::text AS subtype_diff,
                       pg_catalog.format_type(r.rngmultitypid, NULL) AS multirange_type_name
                FROM pg_catalog.pg_range r JOIN pg_catalog.pg_type t ON t.oid = r.rngtypid
                JOIN namespace n ON n.oid = t.typnamespace
                JOIN pg_catalog.pg_type b ON b.oid = r.rngsubtype
                JOIN pg_catalog.pg_opclass o ON o.oid = r.rngsubopc
                JOIN pg_catalog.pg_namespace s ON s.oid = o.opcnamespace
                WHERE t.oid NOT IN (SELECT e.objid FROM member e
                                    WHERE e.classid = 'pg_catalog.pg_type'::pg_catalog.regclass)
                """);
    }

    @Override
    public boolean has(CatalogObject object) {
        return TypeForm.RANGE.of(object);
    }

    @Override
    public List<Statement> create(CatalogObject object, Blueprint surroundings) {
        return List.of(Statement.of(
                "CREATE TYPE %s AS RANGE (%s)".formatted(object.key().identity(), Definition.of(object, OPTIONS))));
    }

    /** Where columns have the type, their values are read anew from what they say. */
    @Override
    public Optional<Alteration> alter(Edit edit) {
        var multirange = new ObjectKey("type", edit.from("multirange_type_name").orElse(""));
        var columns = ColumnMove.of(edit, edit.to().key()).being(Safety.NeedsBackup);
        var used = !columns.columns().isEmpty()
                || !TypedColumn.ofTables(edit.before(), multirange.identity()).isEmpty();
        return edit.changes("form") || !used
                ? Optional.empty()
                : Optional.of(RangeReplacement.of(edit, columns, create(edit.to(), edit.after())));
    }
}
