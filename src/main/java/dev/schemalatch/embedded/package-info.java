/** PostgreSQL's own programs, unpacked and run as child processes: for shadows, the demo and tests. */
@NullMarked
package dev.schemalatch.embedded;

import org.jspecify.annotations.NullMarked;
