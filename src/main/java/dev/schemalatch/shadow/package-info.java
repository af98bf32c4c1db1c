/** A PostgreSQL of our own, or of the user's, where migrations are replayed into scratch databases. */
@NullMarked
package dev.schemalatch.shadow;

import org.jspecify.annotations.NullMarked;
