/** The vocabulary of what can go wrong, and of why a status says what it says: failures, reasons, findings. */
@NullMarked
package dev.schemalatch.failure;

import org.jspecify.annotations.NullMarked;
