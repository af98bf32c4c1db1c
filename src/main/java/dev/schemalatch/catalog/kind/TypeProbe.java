package dev.schemalatch.catalog.kind;

import dev.schemalatch.catalog.Blueprint;
import dev.schemalatch.catalog.ObjectKey;
import dev.schemalatch.ddl.Probe;
import java.util.Map;
import java.util.Optional;

/** Asks which values of a column another type does not take. */
record TypeProbe(Column column, SqlType is, SqlType shall, Blueprint after) {

    private static final Map<String, String> RANGES = Map.of(
            "smallint", "-32768 AND 32767",
            "integer", "-2147483648 AND 2147483647",
            "bigint", "-9223372036854775808 AND 9223372036854775807");

    private static final Map<String, String> FORMS = Map.of(
            "smallint", "[-+]?[0-9]+",
            "integer", "[-+]?[0-9]+",
            "bigint", "[-+]?[0-9]+",
            "numeric", "[-+]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][-+]?[0-9]+)?",
            "uuid", "[{]?[0-9a-fA-F]{4}(-?[0-9a-fA-F]{4}){7}[}]?");

    Optional<Probe> probe() {
        if (is.array() || shall.array()) {
            return Optional.empty();
        }
        return tooLong().or(this::outsideOfEnum).or(this::notOfItsForm).or(this::tooLarge);
    }

    private Optional<Probe> tooLong() {
        if (!shall.string() || shall.modifiers().isEmpty() || fits()) {
            return Optional.empty();
        }
        var limit = shall.modifiers().getFirst();
        return Optional.of(count(
                "values longer than %d characters".formatted(limit),
                "pg_catalog.char_length(%s::text) > %d".formatted(column.name(), limit)));
    }

    private boolean fits() {
        return is.string()
                && !is.modifiers().isEmpty()
                && is.modifiers().getFirst() <= shall.modifiers().getFirst();
    }

    private Optional<Probe> outsideOfEnum() {
        return after.find(new ObjectKey("type", shall.text()))
                .filter(type -> type.attribute("form").equals(Optional.of("enum"))
                        && !is.text().equals(shall.text()))
                .map(type -> count(
                        "values that %s does not have".formatted(shall.text()),
                        "%s::text <> ALL (ARRAY[%s]::text[])"
                                .formatted(
                                        column.name(), type.attribute("values").orElse(""))));
    }

    private Optional<Probe> notOfItsForm() {
        return Optional.ofNullable(FORMS.get(shall.base()))
                .filter(form -> is.string())
                .map(form -> count(
                        "values that are no %s".formatted(shall.base()),
                        "%s !~ '^[[:space:]]*%s[[:space:]]*$'".formatted(column.name(), form)));
    }

    private Optional<Probe> tooLarge() {
        if (!is.number() || !shall.number()) {
            return Optional.empty();
        }
        var range = Optional.ofNullable(RANGES.get(shall.base()))
                .filter(between -> !TypeChange.widens(is, shall) && !is.base().equals(shall.base()))
                .map(between -> "%s NOT BETWEEN %s".formatted(column.name(), between));
        return range.or(this::tooManyDigits)
                .map(condition -> count("values out of range of %s".formatted(shall.text()), condition));
    }

    private Optional<String> tooManyDigits() {
        if (!shall.base().equals("numeric") || shall.modifiers().isEmpty()) {
            return Optional.empty();
        }
        var precision = shall.modifiers().getFirst();
        var scale = shall.modifiers().size() > 1 ? shall.modifiers().get(1) : 0;
        return Optional.of("pg_catalog.abs(pg_catalog.round(%s::numeric, %d)) >= 1e%d::numeric"
                .formatted(column.name(), scale, precision - scale));
    }

    private Probe count(String what, String condition) {
        return new Probe(
                "%s in %s.%s".formatted(what, column.table().identity(), column.name()),
                "SELECT count(*) FROM %s WHERE %s".formatted(column.table().identity(), condition));
    }
}
