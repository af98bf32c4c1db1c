package dev.schemalatch.catalog.kind;

import dev.schemalatch.catalog.CatalogObject;
import java.util.List;
import java.util.stream.Stream;

/**
 * Operators and support functions of operator families, spelled as ALTER OPERATOR FAMILY ... ADD takes them. What a class
 * cannot be without belongs to that class; the others belong to the family.
 */
final class FamilyMembers {

    private static final String SEPARATOR = "; ";

    private FamilyMembers() {}

    /** CTEs {@code operators} and {@code functions} (owner, age, members) of what depends on objects of a catalog. */
    static String of(String catalog) {
        return """
                , operators AS (
                  SELECT d.refobjid AS owner, min(pg_catalog.age(a.xmin)) AS age,
                         string_agg(concat_ws(' ', 'OPERATOR', a.amopstrategy, a.amopopr::pg_catalog.regoperator,
                                              'FOR ORDER BY ' || pg_catalog.quote_ident(s.nspname) || '.'
                                                || pg_catalog.quote_ident(f.opfname)),
                                    '; ' ORDER BY a.amopstrategy, a.amopopr::pg_catalog.regoperator::text COLLATE "C") AS members
                  FROM pg_catalog.pg_amop a
                  JOIN pg_catalog.pg_depend d ON d.classid = 'pg_catalog.pg_amop'::pg_catalog.regclass AND d.objid = a.oid
                   AND d.refclassid = 'CATALOG'::pg_catalog.regclass AND d.deptype IN ('i', 'a')
                  LEFT JOIN pg_catalog.pg_opfamily f ON f.oid = a.amopsortfamily AND a.amoppurpose = 'o'
                  LEFT JOIN pg_catalog.pg_namespace s ON s.oid = f.opfnamespace
                  GROUP BY d.refobjid
                ), functions AS (
                  SELECT d.refobjid AS owner, min(pg_catalog.age(a.xmin)) AS age,
                         string_agg('FUNCTION ' || a.amprocnum || ' (' || pg_catalog.format_type(a.amproclefttype, NULL) || ','
                                      || pg_catalog.format_type(a.amprocrighttype, NULL) || ') '
                                      || a.amproc::pg_catalog.regprocedure::text,
                                    '; ' ORDER BY a.amprocnum, a.amproc::pg_catalog.regprocedure::text COLLATE "C",
                                      a.amproclefttype::pg_catalog.regtype::text COLLATE "C", a.amprocrighttype::pg_catalog.regtype::text COLLATE "C") AS members
                  FROM pg_catalog.pg_amproc a
                  JOIN pg_catalog.pg_depend d ON d.classid = 'pg_catalog.pg_amproc'::pg_catalog.regclass AND d.objid = a.oid
                   AND d.refclassid = 'CATALOG'::pg_catalog.regclass AND d.deptype IN ('i', 'a')
                  GROUP BY d.refobjid
                )
                """.replace("CATALOG", catalog);
    }

    static List<String> of(CatalogObject object) {
        return Stream.of("operators", "functions")
                .flatMap(name -> object.attribute(name).stream())
                .flatMap(members -> Stream.of(members.split(SEPARATOR)))
                .toList();
    }

    /** What ALTER OPERATOR FAMILY ... DROP wants to know of a member: its number and types. */
    static String place(String member) {
        var words = member.split(" ", 3);
        var types = Signature.of(words[2]).arguments();
        return words[0] + " " + words[1] + " " + types.substring(0, types.indexOf(')') + 1);
    }
}
