/** What each migration tool means: its layout, order, history table, states and checksums. One file per tool. */
@NullMarked
package dev.schemalatch.tool;

import org.jspecify.annotations.NullMarked;
