/** A query and its rows as plain values, so that pure code can ask a database without seeing one. */
@NullMarked
package dev.schemalatch.sql;

import org.jspecify.annotations.NullMarked;
