/** Real databases for tests. */
@NullMarked
package dev.schemalatch.testing;

import org.jspecify.annotations.NullMarked;
