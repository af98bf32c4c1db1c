/** What changes a schema: statements, what each does to a database in use, and how SQL writes names and texts. Pure. */
@NullMarked
package dev.schemalatch.ddl;

import org.jspecify.annotations.NullMarked;
