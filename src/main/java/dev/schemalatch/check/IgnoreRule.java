package dev.schemalatch.check;

import dev.schemalatch.catalog.ObjectKey;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Leaves objects out of the comparison, with everything that is part of them.
 *
 * @param type PostgreSQL's word for the type; empty or {@code *} means any
 * @param name a glob over the identity: {@code *} any characters, {@code ?} one
 */
public record IgnoreRule(String type, String name) {

    public boolean covers(ObjectKey key) {
        return (type.isEmpty() || glob(type).matcher(key.type()).matches())
                && glob(name).matcher(key.identity()).matches();
    }

    private static Pattern glob(String glob) {
        return Pattern.compile(
                glob.chars()
                        .mapToObj(c -> switch (c) {
                            case '*' -> ".*";
                            case '?' -> ".";
                            default -> Pattern.quote(Character.toString(c));
                        })
                        .collect(Collectors.joining()),
                Pattern.DOTALL);
    }
}
