/** What mends a situation: the migration tool's own commands and, later, SQL. Pure. */
@NullMarked
package dev.schemalatch.remedy;

import org.jspecify.annotations.NullMarked;
