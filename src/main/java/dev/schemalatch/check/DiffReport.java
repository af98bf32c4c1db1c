package dev.schemalatch.check;

import dev.schemalatch.drift.Drift;
import dev.schemalatch.failure.Finding;
import dev.schemalatch.remedy.Plan;
import dev.schemalatch.sql.ServerVersion;
import dev.schemalatch.verdict.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * Where two databases part.
 *
 * @param expected the one that is right
 * @param actual the one that is asked about
 * @param notChecked what could not be seen or compared, and why; one line each
 * @param plan scripts that bring one to the other; empty where none were asked for, and where nothing calls for any
 */
public record DiffReport(
        Finding<Side> expected,
        Finding<Side> actual,
        Finding<Drift> drift,
        List<String> notChecked,
        Optional<Finding<Plan>> plan) {

    public DiffReport {
        notChecked = List.copyOf(notChecked);
    }

    /** A report without scripts. */
    public DiffReport(Finding<Side> expected, Finding<Side> actual, Finding<Drift> drift, List<String> notChecked) {
        this(expected, actual, drift, notChecked, Optional.empty());
    }

    /** One of the two databases, as it was found. */
    public record Side(ServerVersion version, String database) {}

    /** {@code InSync}, {@code Drifted} or {@code Unknown}: a difference is all that two databases can have. */
    public Verdict verdict() {
        return switch (drift) {
            case Finding.Known<Drift>(Drift known) -> known.isEmpty() ? Verdict.InSync : Verdict.Drifted;
            case Finding.Unknown<Drift> ignored -> Verdict.Unknown;
        };
    }
}
