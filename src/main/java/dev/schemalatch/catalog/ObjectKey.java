package dev.schemalatch.catalog;

import java.util.Comparator;

/**
 * Names one object of a database in PostgreSQL's own words, as {@code pg_identify_object} spells them.
 *
 * @param type {@code table}, {@code table column}, {@code index}, {@code table constraint} ...
 * @param identity {@code public.users.email}, {@code users_email_key on public.users} ...; quoted where SQL would
 */
public record ObjectKey(String type, String identity) implements Comparable<ObjectKey> {

    private static final Comparator<ObjectKey> ORDER =
            Comparator.comparing(ObjectKey::identity).thenComparing(ObjectKey::type);

    @Override
    public int compareTo(ObjectKey other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return type + " " + identity;
    }
}
