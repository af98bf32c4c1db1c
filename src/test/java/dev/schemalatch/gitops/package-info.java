/** What GitOps tools make of the resource, by their own languages and rules. */
@NullMarked
package dev.schemalatch.gitops;

import org.jspecify.annotations.NullMarked;
