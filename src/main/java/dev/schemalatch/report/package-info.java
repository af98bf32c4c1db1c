/** A check's report as people and pipelines read it: text, JSON, YAML, Markdown. */
@NullMarked
package dev.schemalatch.report;

import org.jspecify.annotations.NullMarked;
