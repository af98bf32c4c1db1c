/** What mends a situation: the migration tool's own commands, and SQL that makes one schema another. Pure. */
@NullMarked
package dev.schemalatch.remedy;

import org.jspecify.annotations.NullMarked;
