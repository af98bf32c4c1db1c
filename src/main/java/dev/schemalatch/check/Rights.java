package dev.schemalatch.check;

import dev.schemalatch.catalog.Catalog;
import dev.schemalatch.catalog.CatalogObject;
import dev.schemalatch.catalog.ObjectKey;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Owners and privileges as far as they are compared, in the names of the database in question.
 *
 * <p>In a scratch database migrations run as a role of its own. There as on the database in question that role owns the history
 * table, and this is how the two are known to be the same.
 *
 * @param runner who owns the history table of the database in question; empty where owners mean what they say
 * @param given schemas that were there before any migration: their owners say nothing
 */
record Rights(Set<Compare> compared, Optional<String> runner, Set<String> given) {

    private static final String OWNER = "owner";

    private static final String PRIVILEGES = "privileges";

    private static final ObjectKey PUBLIC = new ObjectKey("schema", "public");

    private static final String FOR_ROLE = "for role ";

    private static final Set<String> OF_TRAITS_ALONE = Set.of("view column", "materialized view column");

    Rights {
        compared = Set.copyOf(compared);
        given = Set.copyOf(given);
    }

    /** Of two databases with owners of their own. */
    static Rights of(Set<Compare> compared) {
        return new Rights(compared, Optional.empty(), Set.of());
    }

    /** Every owner of anything but the schema public, which the server brings. One alone needs no planning. */
    static Set<String> owners(Catalog... catalogs) {
        return Stream.of(catalogs)
                .flatMap(catalog -> catalog.objects().values().stream())
                .filter(object -> !object.key().equals(PUBLIC))
                .flatMap(object -> object.attribute(OWNER).stream())
                .collect(Collectors.toSet());
    }

    /**
     * What of a catalog is compared.
     *
     * @param own who owns its history table
     */
    Catalog of(Catalog catalog, Optional<String> own) {
        var renamed = own.filter(role -> runner.isPresent() && !runner.get().equals(role));
        var objects = new ArrayList<CatalogObject>();
        for (var object : catalog.objects().values()) {
            if (object.key().type().equals("default acl")) {
                if (compared.contains(Compare.DefaultPrivileges)) {
                    objects.add(defaults(object, renamed));
                }
                continue;
            }
            var kept = of(object, renamed);
            if (!kept.attributes().isEmpty()
                    || object.attributes().isEmpty()
                    || !OF_TRAITS_ALONE.contains(kept.key().type())) {
                objects.add(kept);
            }
        }
        return Catalog.of(objects);
    }

    private CatalogObject of(CatalogObject object, Optional<String> own) {
        var owner = object.attribute(OWNER).map(role -> named(role, own));
        var attributes = new TreeMap<>(object.attributes());
        attributes.remove(OWNER);
        attributes.remove(PRIVILEGES);
        if (compared.contains(Compare.Owners) && !isGiven(object)) {
            owner.ifPresent(role -> attributes.put(OWNER, role));
        }
        if (compared.contains(Compare.Privileges)) {
            object.attribute(PRIVILEGES)
                    .flatMap(text -> grants(text, own, owner))
                    .ifPresent(text -> attributes.put(PRIVILEGES, text));
        }
        return object.with(attributes);
    }

    private CatalogObject defaults(CatalogObject object, Optional<String> own) {
        var identity = object.key().identity();
        var key = own.filter(role -> identity.startsWith(FOR_ROLE + role + " "))
                .map(role -> FOR_ROLE + named(role, own) + identity.substring(FOR_ROLE.length() + role.length()))
                .map(renamed -> new ObjectKey(object.key().type(), renamed))
                .orElse(object.key());
        var attributes = new TreeMap<>(object.attributes());
        attributes.computeIfPresent(
                "grants", (name, text) -> grants(text, own, Optional.empty()).orElse(text));
        return object.named(key).with(attributes);
    }

    private String named(String role, Optional<String> own) {
        return own.filter(role::equals).flatMap(same -> runner).orElse(role);
    }

    /** What is granted to the owner is his already. */
    private Optional<String> grants(String text, Optional<String> own, Optional<String> owner) {
        var grants = Stream.of(text.split("; "))
                .map(part -> {
                    var colon = part.lastIndexOf(": ");
                    return named(part.substring(0, colon), own) + part.substring(colon);
                })
                .filter(part ->
                        owner.filter(role -> part.startsWith(role + ": ")).isEmpty())
                .sorted()
                .collect(Collectors.joining("; "));
        return grants.isEmpty() ? Optional.empty() : Optional.of(grants);
    }

    private boolean isGiven(CatalogObject object) {
        return object.key().type().equals("schema")
                && object.schema().filter(given::contains).isPresent();
    }
}
