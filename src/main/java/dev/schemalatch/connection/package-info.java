/** How a database is reached: what users write in URIs and Secrets, reduced to settings that are safe to use. Pure. */
@NullMarked
package dev.schemalatch.connection;

import org.jspecify.annotations.NullMarked;
