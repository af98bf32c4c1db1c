/** The resource as a request, the report as a status: the only place with the operator SDK. */
@NullMarked
package dev.schemalatch.operator;

import org.jspecify.annotations.NullMarked;
