package dev.schemalatch.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CatalogTest {

    private static CatalogObject view(String name, String definition, long age) {
        return new CatalogObject(
                new ObjectKey("view", "public." + name),
                Optional.of("public"),
                Optional.empty(),
                Optional.empty(),
                new TreeMap<>(Map.of("definition", definition)),
                new TreeMap<>(),
                OptionalLong.empty(),
                OptionalLong.of(age));
    }

    @Test
    void whatOnlyGrewOlderIsUnchanged() {
        var before = Catalog.of(List.of(view("same", "SELECT 1", 1), view("gone", "SELECT 1", 1)));
        var after = Catalog.of(List.of(view("same", "SELECT 1", 9), view("new", "SELECT 1", 1)));

        assertThat(before.changedTo(after))
                .extracting(ObjectKey::identity)
                .containsExactlyInAnyOrder("public.gone", "public.new");
    }

    @Test
    void anotherDefinitionIsAChange() {
        var before = Catalog.of(List.of(view("a", "SELECT 1", 1)));

        assertThat(before.changedTo(Catalog.of(List.of(view("a", "SELECT 2", 1)))))
                .extracting(ObjectKey::identity)
                .containsExactly("public.a");
    }
}
