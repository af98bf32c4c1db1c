package dev.schemalatch.check;

import dev.schemalatch.failure.Finding;
import dev.schemalatch.history.History;

/**
 * Other migrations, such as those of a new version, against the same rows as the request's own.
 *
 * @param files where they came from
 * @param history these files against the tool's history
 */
public record Candidate(Finding<CheckReport.Files> files, Finding<History> history) {}
