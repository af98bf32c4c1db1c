/** The resources as users write them. Beans for the Kubernetes client; converted to values at the operator's door. */
package dev.schemalatch.api.v1alpha1;
