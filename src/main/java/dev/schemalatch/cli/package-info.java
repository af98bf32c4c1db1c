/** The same road for a terminal. */
@NullMarked
package dev.schemalatch.cli;

import org.jspecify.annotations.NullMarked;
