/** What a database consists of, as facts: kind, identity, attributes. Pure; {@code kind/} has one file per kind. */
@NullMarked
package dev.schemalatch.catalog;

import org.jspecify.annotations.NullMarked;
