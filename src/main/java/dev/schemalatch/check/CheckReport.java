package dev.schemalatch.check;

import dev.schemalatch.drift.Drift;
import dev.schemalatch.drift.Position;
import dev.schemalatch.failure.Failure;
import dev.schemalatch.failure.Finding;
import dev.schemalatch.history.History;
import dev.schemalatch.remedy.Plan;
import dev.schemalatch.remedy.Remedy;
import dev.schemalatch.source.Origin;
import dev.schemalatch.sql.ServerVersion;
import dev.schemalatch.tool.HistoryTable;
import dev.schemalatch.verdict.Assessment;
import java.util.List;
import java.util.Optional;

/**
 * What a check found. Each part is known or carries the failure that kept it from being known; one failing does not take
 * the others with it.
 *
 * @param migrations the files: where they came from, which tool they are of
 * @param database the server and its database
 * @param history the files against the tool's history
 * @param drift the live schema against the applied migrations
 * @param unsure what leaves both known but keeps the whole from being told: pending migrations that do not replay
 * @param notChecked what could not be seen or compared, and why; one line each
 * @param remedies what to do about it, in order
 * @param assessment what it all means
 * @param plan scripts that mend it; empty where none were asked for, and where nothing calls for any
 * @param position where in the files the database stands by its schema; empty where the history is right, or nothing is found
 */
public record CheckReport(
        Finding<Files> migrations,
        Finding<Server> database,
        Finding<History> history,
        Finding<Drift> drift,
        List<Failure> unsure,
        List<String> notChecked,
        List<Remedy> remedies,
        Assessment assessment,
        Optional<Finding<Plan>> plan,
        Optional<Position> position) {

    public CheckReport {
        unsure = List.copyOf(unsure);
        notChecked = List.copyOf(notChecked);
        remedies = List.copyOf(remedies);
    }

    /** A report without scripts. */
    public CheckReport(
            Finding<Files> migrations,
            Finding<Server> database,
            Finding<History> history,
            Finding<Drift> drift,
            List<Failure> unsure,
            List<String> notChecked,
            List<Remedy> remedies,
            Assessment assessment) {
        this(
                migrations,
                database,
                history,
                drift,
                unsure,
                notChecked,
                remedies,
                assessment,
                Optional.empty(),
                Optional.empty());
    }

    /** A report of a database that is where its history says, or where that was not looked for. */
    public CheckReport(
            Finding<Files> migrations,
            Finding<Server> database,
            Finding<History> history,
            Finding<Drift> drift,
            List<Failure> unsure,
            List<String> notChecked,
            List<Remedy> remedies,
            Assessment assessment,
            Optional<Finding<Plan>> plan) {
        this(migrations, database, history, drift, unsure, notChecked, remedies, assessment, plan, Optional.empty());
    }

    /**
     * The migrations that were compared.
     *
     * @param tool the migration tool's name
     */
    public record Files(Origin origin, String tool, int shipped) {}

    /** The database that was looked at. */
    public record Server(ServerVersion version, String database, HistoryTable historyTable) {}
}
