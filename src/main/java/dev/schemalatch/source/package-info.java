/** Migrations from where they are kept (folder, ConfigMap, archive), as a {@link dev.schemalatch.source.Bundle} of files. */
@NullMarked
package dev.schemalatch.source;

import org.jspecify.annotations.NullMarked;
