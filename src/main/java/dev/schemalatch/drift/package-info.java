/** Where two catalogs part, and why. Pure. */
@NullMarked
package dev.schemalatch.drift;

import org.jspecify.annotations.NullMarked;
