/** The only place with {@code java.sql}: connections, sessions and their limits, reading rows and catalogs. */
@NullMarked
package dev.schemalatch.postgres;

import org.jspecify.annotations.NullMarked;
