/** What history and drift mean together: one worst word, the reasons, and what holds a rollout. Pure. */
@NullMarked
package dev.schemalatch.verdict;

import org.jspecify.annotations.NullMarked;
