/** The story this project exists for, played on a real database and a Kubernetes API by the real operator. */
@NullMarked
package dev.schemalatch.demo;

import org.jspecify.annotations.NullMarked;
