/**
 * The resources as users write them, and as they read them back. Records for the Kubernetes client: what a manifest leaves
 * out is null or empty here, and is turned into values at the operator's door.
 */
@NullMarked
package dev.schemalatch.api.v1alpha1;

import org.jspecify.annotations.NullMarked;
