/** Walks the road once: from a request to a report. The one place that knows all steps. */
@NullMarked
package dev.schemalatch.check;

import org.jspecify.annotations.NullMarked;
