package dev.schemalatch.catalog;

import java.util.Comparator;
import java.util.Optional;

/**
 * Names one object of a database in PostgreSQL's own words, as {@code pg_identify_object} spells them.
 *
 * @param type {@code table}, {@code table column}, {@code index}, {@code table constraint} ...
 * @param identity {@code public.users.email}, {@code users_email_key on public.users} ...; quoted where SQL would
 */
public record ObjectKey(String type, String identity) implements Comparable<ObjectKey> {

    private static final Comparator<ObjectKey> ORDER =
            Comparator.comparing(ObjectKey::identity).thenComparing(ObjectKey::type);

    /** What qualifies the identity's last part: of {@code public.users.email} it is {@code public.users}. */
    public Optional<String> qualifier() {
        var dot = Nesting.lastDot(identity);
        return dot < 0 ? Optional.empty() : Optional.of(identity.substring(0, dot));
    }

    @Override
    public int compareTo(ObjectKey other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return type + " " + identity;
    }
}
