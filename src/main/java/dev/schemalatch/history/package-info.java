/** The files against the tool's history: applied, pending, missing, failed, edited, rolled back. Pure. */
@NullMarked
package dev.schemalatch.history;

import org.jspecify.annotations.NullMarked;
