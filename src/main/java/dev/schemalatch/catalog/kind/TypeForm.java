package dev.schemalatch.catalog.kind;

import dev.schemalatch.catalog.CatalogObject;

/** The forms of what PostgreSQL calls a type, by which the kinds that read them tell theirs apart. */
enum TypeForm {
    ENUM("enum"),
    DOMAIN("domain"),
    RANGE("range"),
    BASE("base"),
    SHELL("shell");

    private final String word;

    TypeForm(String word) {
        this.word = word;
    }

    boolean of(CatalogObject object) {
        return object.key().type().equals("type")
                && object.attribute("form").filter(word::equals).isPresent();
    }
}
