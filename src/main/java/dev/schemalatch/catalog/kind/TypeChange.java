package dev.schemalatch.catalog.kind;

import dev.schemalatch.catalog.Blueprint;
import dev.schemalatch.ddl.Lock;
import dev.schemalatch.ddl.Safety;
import dev.schemalatch.ddl.Statement;
import java.util.Map;
import java.util.Set;

/** Gives a column another type or collation. */
record TypeChange(Column from, Column to, Blueprint after) {

    /** By type, those whose every value it takes as it is. */
    private static final Map<String, Set<String>> WIDER = Map.of(
            "integer", Set.of("smallint"),
            "bigint", Set.of("smallint", "integer"),
            "numeric", Set.of("smallint", "integer", "bigint"),
            "real", Set.of("smallint"),
            "double precision", Set.of("smallint", "integer", "real"),
            "timestamp without time zone", Set.of("date"),
            "json", Set.of("jsonb"),
            "inet", Set.of("cidr"));

    /** Types of which a value is the same with more room, in the same bytes. */
    private static final Set<String> GROWING = Set.of(
            "character varying",
            "bit varying",
            "numeric",
            "timestamp without time zone",
            "timestamp with time zone",
            "time without time zone",
            "time with time zone",
            "interval");

    private static final Set<String> TEXTS = Set.of("text", "character varying");

    Statement statement() {
        var collation = to.fact("collation").map(name -> " COLLATE " + name).orElse("");
        var statement = Statement.of(to.alter("TYPE " + to.type() + collation + using()))
                .locking(Lock.AccessExclusive)
                .being(safety());
        return new TypeProbe(to, is(), shall(), after)
                .probe()
                .map(statement::unless)
                .orElse(statement);
    }

    private SqlType is() {
        return SqlType.of(from.type());
    }

    private SqlType shall() {
        return SqlType.of(to.type());
    }

    private String using() {
        var is = is();
        var shall = shall();
        if (is.assignsTo(shall)) {
            return "";
        }
        var name = to.name();
        if (shall.array()
                && !is.array()
                && (shall.base().equals(is.base())
                        || is.family().isPresent() && is.family().equals(shall.family()))) {
            return " USING CASE WHEN %s IS NOT NULL THEN ARRAY[%s]::%s END".formatted(name, name, shall.text());
        }
        return " USING " + name + between(is, shall) + "::" + shall.text();
    }

    /** The type by whose way one becomes the other; none where PostgreSQL has a cast. */
    private static String between(SqlType is, SqlType shall) {
        if (is.string()) {
            return "";
        }
        var money = is.base().equals("money") || shall.base().equals("money");
        if (money && (is.number() || shall.number())) {
            return "::numeric";
        }
        var truth = is.base().equals("boolean") || shall.base().equals("boolean");
        return truth && (is.number() || shall.number()) && !is.array() && !shall.array() ? "::integer" : "::text";
    }

    Safety safety() {
        var is = is();
        var shall = shall();
        if (is.text().equals(shall.text())) {
            return Safety.Locks;
        }
        if (stays(is, shall)) {
            return Safety.Safe;
        }
        var same = is.base().equals(shall.base()) && is.array() == shall.array();
        var kept = same && roomier(is, shall)
                || !is.array()
                        && !shall.array()
                        && shall.modifiers().isEmpty()
                        && (TEXTS.contains(shall.base()) || widens(is, shall));
        return kept ? Safety.Rewrites : Safety.NeedsBackup;
    }

    /** Whether a type has room for every value of another. */
    static boolean widens(SqlType is, SqlType shall) {
        return WIDER.getOrDefault(shall.base(), Set.of()).contains(is.base());
    }

    /** Whether every value stays where it is, byte for byte. */
    private static boolean stays(SqlType is, SqlType shall) {
        if (is.array() || shall.array()) {
            return false;
        }
        var same = is.base().equals(shall.base()) && GROWING.contains(is.base()) && roomier(is, shall);
        var texts = TEXTS.contains(is.base()) && TEXTS.contains(shall.base()) && roomier(is, shall);
        return same || texts || is.base().equals("cidr") && shall.base().equals("inet");
    }

    private static boolean roomier(SqlType is, SqlType shall) {
        if (shall.modifiers().isEmpty()) {
            return true;
        }
        if (is.modifiers().isEmpty()) {
            return false;
        }
        var scales = is.modifiers().size() == 2
                && shall.modifiers().size() == 2
                && !is.modifiers().get(1).equals(shall.modifiers().get(1));
        return !scales && shall.modifiers().getFirst() >= is.modifiers().getFirst();
    }
}
