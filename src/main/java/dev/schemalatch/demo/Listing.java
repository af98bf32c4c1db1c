package dev.schemalatch.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceColumnDefinition;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A resource as {@code kubectl get} lists it, with the columns of its definition. */
final class Listing {

    private static final String GAP = "   ";

    private final List<CustomResourceColumnDefinition> columns;
    private final Instant now;

    /** @param columns those of the definition; the ones that only {@code -o wide} shows are left out */
    Listing(List<CustomResourceColumnDefinition> columns, Instant now) {
        this.columns = columns.stream()
                .filter(column -> column.getPriority() == null || column.getPriority() == 0)
                .toList();
        this.now = now;
    }

    List<String> of(JsonNode resource) {
        var titles = new ArrayList<>(List.of("NAME"));
        var values = new ArrayList<>(List.of(resource.at("/metadata/name").asText()));
        for (var column : columns) {
            titles.add(column.getName().toUpperCase(Locale.ROOT));
            values.add(value(resource, column));
        }
        return Stream.of(titles, values).map(row -> line(row, titles, values)).toList();
    }

    private String value(JsonNode resource, CustomResourceColumnDefinition column) {
        var value = resource.at(column.getJsonPath().replace('.', '/'));
        return value.isMissingNode() || !column.getType().equals("date")
                ? value.asText()
                : age(Instant.parse(value.asText()));
    }

    private String age(Instant then) {
        var age = Duration.between(then, now);
        return age.compareTo(Duration.ofMinutes(2)) < 0 ? Math.max(0, age.toSeconds()) + "s" : age.toMinutes() + "m";
    }

    private static String line(List<String> row, List<String> titles, List<String> values) {
        var line = new StringBuilder();
        for (var i = 0; i < row.size(); i++) {
            var width = Math.max(titles.get(i).length(), values.get(i).length());
            line.append(row.get(i))
                    .append(" ".repeat(width - row.get(i).length()))
                    .append(GAP);
        }
        return line.toString().stripTrailing();
    }
}
