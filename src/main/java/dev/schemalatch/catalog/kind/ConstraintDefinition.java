package dev.schemalatch.catalog.kind;

import dev.schemalatch.catalog.Respelling;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What {@code pg_get_constraintdef} says, with the flags behind it told apart.
 *
 * @param core what has to be dropped and made again to become another
 * @param timing {@code NOT DEFERRABLE}, {@code DEFERRABLE INITIALLY DEFERRED} ...
 * @param enforced whether PostgreSQL looks at it at all
 * @param valid whether the rows that were there before it keep it too
 */
record ConstraintDefinition(String core, String timing, boolean enforced, boolean valid) {

    private static final Pattern SPELLED =
            Pattern.compile("(.*?)( DEFERRABLE)?( INITIALLY DEFERRED)?( NOT ENFORCED)?( NOT VALID)?", Pattern.DOTALL);

    static ConstraintDefinition of(String spelled) {
        var parts = SPELLED.matcher(spelled);
        if (!parts.matches()) {
            throw new IllegalStateException("not spelled as a constraint is: " + spelled);
        }
        var deferrable = parts.group(2) != null;
        var timing = deferrable
                ? "DEFERRABLE INITIALLY " + (parts.group(3) == null ? "IMMEDIATE" : "DEFERRED")
                : "NOT DEFERRABLE";
        var enforced = parts.group(4) == null;
        return new ConstraintDefinition(parts.group(1), timing, enforced, enforced && parts.group(5) == null);
    }

    boolean foreignKey() {
        return core.startsWith("FOREIGN KEY ");
    }

    /** Whether the table has an index for it. */
    boolean indexed() {
        return core.startsWith("PRIMARY KEY ") || core.startsWith("UNIQUE ") || core.startsWith("EXCLUDE ");
    }

    /** Whether ALTER makes the other of it: the flags of a foreign key, and validity. */
    boolean becomes(ConstraintDefinition other) {
        var alike = Respelling.same(Optional.of(core), Optional.of(other.core));
        var flags = timing.equals(other.timing) && enforced == other.enforced;
        var validity = valid == other.valid || other.valid || !other.enforced;
        return alike && (flags || foreignKey()) && validity;
    }

    /** As ADD CONSTRAINT takes it, with the storage parameters of its index. */
    String spelled(Optional<String> options) {
        var deferred = timing.equals("NOT DEFERRABLE") ? "" : " " + timing;
        return core
                + StorageParameters.with(options)
                + deferred
                + (enforced ? valid ? "" : " NOT VALID" : " NOT ENFORCED");
    }
}
