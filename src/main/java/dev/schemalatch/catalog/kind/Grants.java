package dev.schemalatch.catalog.kind;

import dev.schemalatch.catalog.CatalogObject;
import dev.schemalatch.ddl.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Privileges as text, and the GRANT and REVOKE that make them.
 *
 * @param prefix what comes before GRANT and REVOKE, with a blank behind it: ALTER DEFAULT PRIVILEGES; or nothing
 * @param columns what stands behind each privilege: a column in brackets; or nothing
 * @param target what stands behind ON
 * @param stock what everybody may do by default; empty for nothing
 * @param owner what stands for the owner
 * @param ownersStock what the owner may do by default; empty for nothing
 */
record Grants(String prefix, String columns, String target, String stock, String owner, String ownersStock) {

    private static final String NOTHING = "nothing";

    /**
     * SQL for what a list of privileges has that another has not; NULL for nothing.
     *
     * @param acl an expression
     * @param stock an expression: what PostgreSQL gives by itself
     * @param owner an expression: the owner's OID
     */
    static String spelling(String acl, String stock, String owner) {
        return """
                (SELECT string_agg(COALESCE(i.grantee, d.grantee) || ': ' || COALESCE(i.list, 'nothing'), '; '
                                   ORDER BY COALESCE(i.grantee, d.grantee) COLLATE "C")
                 FROM (%s) i FULL JOIN (%s) d ON d.grantee = i.grantee
                 WHERE i.list IS DISTINCT FROM d.list)""".formatted(lists(acl, owner), lists(stock, owner));
    }

    /** The privileges of each grantee; an owner may grant on whatever is said. */
    private static String lists(String acl, String owner) {
        return """
                SELECT g.grantee, string_agg(g.privilege || CASE WHEN g.grantable AND g.grantee <> 'owner' THEN '*' ELSE '' END, ', '
                                             ORDER BY g.privilege COLLATE "C") AS list
                FROM (SELECT CASE WHEN e.grantee = %2$s THEN 'owner' WHEN e.grantee = 0 THEN 'PUBLIC'
                                  WHEN u.rolname IN ('owner') THEN '"owner"'
                                  ELSE pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(e.grantee)) END AS grantee,
                             e.privilege_type AS privilege, bool_or(e.is_grantable) AS grantable
                      FROM pg_catalog.aclexplode(%1$s) e LEFT JOIN pg_catalog.pg_roles u ON u.oid = e.grantee
                      GROUP BY 1, 2) g
                GROUP BY g.grantee""".formatted(acl, owner);
    }

    /** Of an object, or of a column. */
    static Grants on(CatalogObject object) {
        var type = object.key().type();
        var identity = object.key().identity();
        if (type.endsWith(" column")) {
            var relation = identity.substring(0, beforeLastName(identity));
            return new Grants(
                    "",
                    " (" + identity.substring(relation.length() + 1) + ")",
                    "TABLE " + relation,
                    "",
                    "CURRENT_USER",
                    "");
        }
        var word =
                switch (type) {
                    case "sequence" -> "SEQUENCE";
                    case "schema" -> "SCHEMA";
                    case "function", "aggregate" -> "FUNCTION";
                    case "procedure" -> "PROCEDURE";
                    case "type", "domain", "composite type" -> "TYPE";
                    case "language" -> "LANGUAGE";
                    case "foreign-data wrapper" -> "FOREIGN DATA WRAPPER";
                    case "server" -> "FOREIGN SERVER";
                    default -> "TABLE";
                };
        var stock =
                switch (word) {
                    case "FUNCTION", "PROCEDURE" -> "EXECUTE";
                    case "TYPE", "LANGUAGE" -> "USAGE";
                    case "SCHEMA" -> identity.equals("public") ? "USAGE" : "";
                    default -> "";
                };
        return new Grants(
                "",
                "",
                word + " " + identity,
                stock,
                object.attribute(Owners.ATTRIBUTE).orElse("CURRENT_USER"),
                "ALL");
    }

    /** What makes one text of privileges another. */
    List<Statement> change(Optional<String> from, Optional<String> to) {
        var is = parse(from);
        var shall = parse(to);
        var grantees = new TreeSet<>(is.keySet());
        grantees.addAll(shall.keySet());
        var statements = new ArrayList<Statement>();
        for (var grantee : grantees) {
            var had = Optional.ofNullable(is.get(grantee));
            var has = Optional.ofNullable(shall.get(grantee));
            if (!had.equals(has)) {
                statements.addAll(become(grantee, has));
            }
        }
        return statements;
    }

    private List<Statement> become(String grantee, Optional<String> list) {
        var role = grantee.equals("owner") ? owner : grantee;
        var statements = new ArrayList<Statement>();
        statements.add(Statement.of("%sREVOKE ALL%s ON %s FROM %s".formatted(prefix, columns, target, role)));
        var wanted = list.orElse(byDefault(grantee));
        if (wanted.isEmpty() || wanted.equals(NOTHING)) {
            return statements;
        }
        grant(wanted, false).ifPresent(some -> statements.add(granting(some, role, "")));
        grant(wanted, true).ifPresent(some -> statements.add(granting(some, role, " WITH GRANT OPTION")));
        return statements;
    }

    private String byDefault(String grantee) {
        return switch (grantee) {
            case "PUBLIC" -> stock;
            case "owner" -> ownersStock;
            default -> "";
        };
    }

    private Optional<String> grant(String list, boolean starred) {
        var some = Stream.of(list.split(", "))
                .filter(privilege -> privilege.endsWith("*") == starred)
                .map(privilege -> privilege.replace("*", "") + columns)
                .toList();
        return some.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", some));
    }

    private Statement granting(String privileges, String role, String option) {
        return Statement.of("%sGRANT %s ON %s TO %s%s".formatted(prefix, privileges, target, role, option));
    }

    private static Map<String, String> parse(Optional<String> text) {
        var parsed = new TreeMap<String, String>();
        text.stream().flatMap(list -> Stream.of(list.split("; "))).forEach(part -> {
            var at = part.lastIndexOf(": ");
            parsed.put(part.substring(0, at), part.substring(at + 2));
        });
        return parsed;
    }

    private static int beforeLastName(String identity) {
        if (!identity.endsWith("\"")) {
            return identity.lastIndexOf('.');
        }
        var at = identity.length() - 2;
        while (identity.charAt(at) != '"' || identity.charAt(at - 1) == '"') {
            at -= identity.charAt(at) == '"' ? 2 : 1;
        }
        return at - 1;
    }
}
