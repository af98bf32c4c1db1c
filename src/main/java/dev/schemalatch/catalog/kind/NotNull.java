package dev.schemalatch.catalog.kind;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whether a column takes NULL. From 18 on NOT NULL is a constraint, which has a name and may be less than that.
 *
 * @param valid whether the rows that were there before it keep it too
 * @param inherit whether children have it
 * @param name the name it was given on purpose
 */
record NotNull(boolean set, boolean valid, boolean inherit, Optional<String> name) {

    private static final Pattern SPELLED =
            Pattern.compile("(true|false)(, not valid)?(, no inherit)?(?:, named (.*))?", Pattern.DOTALL);

    static NotNull of(Optional<String> spelled) {
        var parts = SPELLED.matcher(spelled.orElse("false"));
        if (!parts.matches()) {
            throw new IllegalStateException("not spelled as a column's not_null is: " + spelled);
        }
        return new NotNull(
                parts.group(1).equals("true"),
                parts.group(2) == null,
                parts.group(3) == null,
                Optional.ofNullable(parts.group(4)));
    }

    /** What a column's definition says of it; what is not valid is added after. */
    String clause() {
        return set && valid
                ? name.map(n -> " CONSTRAINT " + n).orElse("") + " NOT NULL" + (inherit ? "" : " NO INHERIT")
                : "";
    }

    /** What adds it as a constraint of a table. */
    String constraint(String column) {
        return name.map(n -> "CONSTRAINT " + n + " ").orElse("") + "NOT NULL " + column + (inherit ? "" : " NO INHERIT")
                + (valid ? "" : " NOT VALID");
    }

    /** Whether {@code SET NOT NULL} makes it. */
    boolean plain() {
        return set && valid && inherit && name.isEmpty();
    }
}
