package dev.schemalatch.check;

import dev.schemalatch.connection.ConnectionSettings;
import dev.schemalatch.connection.ConnectionSource;
import dev.schemalatch.source.Source;
import dev.schemalatch.tool.HistoryTable;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What to check: {@link #of} asks for the least, the other methods for more.
 *
 * @param name how the session names itself to the server: {@code <namespace>/<name>} or {@code cli}
 * @param database the database in question
 * @param migrations where the migrations are kept
 * @param choice what is said of the migration tool
 * @param focus what of the database is compared
 * @param shadow a server where scratch databases may be created; empty means the embedded one
 * @param timeout wall clock of the whole check
 * @param planning whether scripts that mend what is found are wanted too
 * @param candidates other migrations to be held against the same history, by id
 * @param preconditions queries that must return no row
 */
public record CheckRequest(
        String name,
        ConnectionSettings database,
        Source migrations,
        ToolChoice choice,
        Focus focus,
        Optional<? extends ConnectionSource> shadow,
        Duration timeout,
        Planning planning,
        SortedMap<String, Source> candidates,
        List<Precondition> preconditions) {

    public CheckRequest {
        candidates = Collections.unmodifiableSortedMap(new TreeMap<>(candidates));
        preconditions = List.copyOf(preconditions);
    }

    /** All migrations against the whole database, replayed in the embedded server; no scripts. */
    public static CheckRequest of(String name, ConnectionSettings database, Source migrations, Duration timeout) {
        return new CheckRequest(
                name,
                database,
                migrations,
                ToolChoice.auto(),
                Focus.whole(),
                Optional.empty(),
                timeout,
                Planning.None,
                new TreeMap<>(),
                List.of());
    }

    /** The same where the tool, or its history table, is not what the files and the tool's defaults say. */
    public CheckRequest of(ToolChoice said) {
        return new CheckRequest(
                name, database, migrations, said, focus, shadow, timeout, planning, candidates, preconditions);
    }

    /** The same for another part of the database. */
    public CheckRequest on(Focus part) {
        return new CheckRequest(
                name, database, migrations, choice, part, shadow, timeout, planning, candidates, preconditions);
    }

    /** The same where more is compared. */
    public CheckRequest comparing(Set<Compare> more) {
        return on(new Focus(schemas(), ignore(), more));
    }

    /** The same, replayed on another server where one is named. */
    public CheckRequest replaying(Optional<? extends ConnectionSource> server) {
        return new CheckRequest(
                name, database, migrations, choice, focus, server, timeout, planning, candidates, preconditions);
    }

    /** The same in another time. */
    public CheckRequest within(Duration time) {
        return new CheckRequest(
                name, database, migrations, choice, focus, shadow, time, planning, candidates, preconditions);
    }

    /** The same for scripts too. */
    public CheckRequest planning(Planning wanted) {
        return new CheckRequest(
                name, database, migrations, choice, focus, shadow, timeout, wanted, candidates, preconditions);
    }

    /** The same with other migrations, by id, held against the same history. */
    public CheckRequest judging(Map<String, ? extends Source> others) {
        return new CheckRequest(
                name,
                database,
                migrations,
                choice,
                focus,
                shadow,
                timeout,
                planning,
                new TreeMap<>(others),
                preconditions);
    }

    /** The same where these queries must return no row. */
    public CheckRequest requiring(List<Precondition> queries) {
        return new CheckRequest(
                name, database, migrations, choice, focus, shadow, timeout, planning, candidates, queries);
    }

    public Optional<HistoryTable> historyTable() {
        return choice.historyTable();
    }

    public List<String> schemas() {
        return focus.schemas();
    }

    public List<IgnoreRule> ignore() {
        return focus.ignore();
    }

    public Set<Compare> compare() {
        return focus.compare();
    }
}
