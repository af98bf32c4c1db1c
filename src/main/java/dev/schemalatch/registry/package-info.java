/**
 * Migrations out of OCI registries: what an image's name means, which registries and credentials are used, and the pulling of no
 * more layers than it takes.
 */
@NullMarked
package dev.schemalatch.registry;

import org.jspecify.annotations.NullMarked;
