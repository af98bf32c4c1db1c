package dev.schemalatch.tool;

import java.util.Map;
import java.util.Optional;

/** What stands in {@code <script>.sql.conf} beside a script ({@code internal/sqlscript/SqlScriptMetadata.java}). */
record FlywayScriptSettings(Map<String, String> values) {

    static FlywayScriptSettings of(String text) {
        return new FlywayScriptSettings(PropertiesText.of(text));
    }

    Optional<Boolean> executeInTransaction() {
        return Optional.ofNullable(values.get("executeInTransaction"))
                .map(value -> value.strip().equalsIgnoreCase("true"));
    }

    boolean placeholderReplacement() {
        return !values.getOrDefault("placeholderReplacement", "true").strip().equalsIgnoreCase("false");
    }

    Optional<String> encoding() {
        return Optional.ofNullable(values.get("encoding")).map(String::strip);
    }
}
