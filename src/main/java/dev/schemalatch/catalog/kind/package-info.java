/** One file per kind of object: the query that reads it. {@link dev.schemalatch.catalog.kind.Kinds} lists them. */
@NullMarked
package dev.schemalatch.catalog.kind;

import org.jspecify.annotations.NullMarked;
