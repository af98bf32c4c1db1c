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
import dev.schemalatch.verdict.Assessor;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

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
 * @param plan scripts that mend it; empty where none were asked for, and where nothing calls for any
 * @param position where in the files the database stands by its schema; empty where the history is right, or nothing is found
 * @param candidates other migrations against the same history, by id; empty where none were asked for
 * @param required the preconditions that were asked for, in their order
 */
public record CheckReport(
        Finding<Files> migrations,
        Finding<Server> database,
        Finding<History> history,
        Finding<Drift> drift,
        List<Failure> unsure,
        List<String> notChecked,
        List<Remedy> remedies,
        Optional<Finding<Plan>> plan,
        Optional<Position> position,
        SortedMap<String, Candidate> candidates,
        List<Required> required) {

    public CheckReport {
        unsure = List.copyOf(unsure);
        notChecked = List.copyOf(notChecked);
        remedies = List.copyOf(remedies);
        candidates = Collections.unmodifiableSortedMap(new TreeMap<>(candidates));
        required = List.copyOf(required);
    }

    /** A report of nothing but the findings. */
    public static CheckReport of(
            Finding<Files> migrations, Finding<Server> database, Finding<History> history, Finding<Drift> drift) {
        return new CheckReport(
                migrations,
                database,
                history,
                drift,
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                new TreeMap<>(),
                List.of());
    }

    /** The report of a check that could not even begin. */
    public static CheckReport unknown(Failure why) {
        return of(
                new Finding.Unknown<>(why),
                new Finding.Unknown<>(why),
                new Finding.Unknown<>(why),
                new Finding.Unknown<>(why));
    }

    /** The same with lines on what was not checked. */
    public CheckReport noting(List<String> lines) {
        return new CheckReport(
                migrations, database, history, drift, unsure, lines, remedies, plan, position, candidates, required);
    }

    /** The same with remedies. */
    public CheckReport advising(List<Remedy> advice) {
        return new CheckReport(
                migrations, database, history, drift, unsure, notChecked, advice, plan, position, candidates, required);
    }

    /** The same with other migrations held against the same history. */
    public CheckReport judging(SortedMap<String, Candidate> others) {
        return new CheckReport(
                migrations, database, history, drift, unsure, notChecked, remedies, plan, position, others, required);
    }

    /** The same with preconditions. */
    public CheckReport requiring(List<Required> asked) {
        return new CheckReport(
                migrations, database, history, drift, unsure, notChecked, remedies, plan, position, candidates, asked);
    }

    /** What it all means. */
    public Assessment assessment() {
        return Assessor.assess(
                history, drift, unsure, required.stream().map(Required::holds).toList());
    }

    /** Names of the preconditions that do not hold; unknown where one of them could not be asked. */
    public Finding<List<String>> preconditions() {
        return required.stream()
                .flatMap(asked -> asked.holds().failure().stream())
                .findFirst()
                .<Finding<List<String>>>map(Finding.Unknown::new)
                .orElseGet(() -> new Finding.Known<>(required.stream()
                        .filter(asked -> !asked.holds().orThrow())
                        .map(Required::name)
                        .toList()));
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
