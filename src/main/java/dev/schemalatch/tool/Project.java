package dev.schemalatch.tool;

import dev.schemalatch.source.Bundle;

/** Files, and what their user says of them. */
public record Project(Bundle bundle, Options options) {

    /** Files of which nothing is said. */
    public static Project of(Bundle bundle) {
        return new Project(bundle, Options.none());
    }
}
