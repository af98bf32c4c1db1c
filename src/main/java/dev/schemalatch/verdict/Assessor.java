package dev.schemalatch.verdict;

import static dev.schemalatch.verdict.Judgement.Truth.False;
import static dev.schemalatch.verdict.Judgement.Truth.True;

import dev.schemalatch.drift.Difference.Change;
import dev.schemalatch.drift.Drift;
import dev.schemalatch.failure.Failure;
import dev.schemalatch.failure.Finding;
import dev.schemalatch.failure.Reason;
import dev.schemalatch.history.History;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Weighs what was found: the worst that holds is the verdict. */
public final class Assessor {

    private static final int NAMES_SHOWN = 3;

    private Assessor() {}

    /**
     * What history and drift mean together.
     *
     * @param unsure failures that leave both known but keep the whole from being told, such as a pending migration that does
     *     not replay
     * @param preconditions whether each holds that must before a rollout
     */
    public static Assessment assess(
            Finding<History> history,
            Finding<Drift> drift,
            List<Failure> unsure,
            List<Finding<Boolean>> preconditions) {
        var found = new TreeSet<Hold>();
        history.known().ifPresent(known -> addHistory(known, found));
        drift.known().filter(known -> !known.isEmpty()).ifPresent(known -> found.add(Hold.Drift));
        if (preconditions.stream()
                .anyMatch(holds -> holds.known().filter(yes -> !yes).isPresent())) {
            found.add(Hold.Precondition);
        }
        var answers = Stream.concat(Stream.of(history, drift), preconditions.stream());
        if (!unsure.isEmpty() || answers.anyMatch(answer -> answer.known().isEmpty())) {
            found.add(Hold.Unknown);
        }
        return new Assessment(worst(found), judgeHistory(history), judgeSchema(drift), found);
    }

    private static void addHistory(History history, SortedSet<Hold> found) {
        if (!history.pending().isEmpty() || running(history)) {
            found.add(Hold.Pending);
        }
        if (stopped(history)) {
            found.add(Hold.Failed);
        }
        if (!history.missing().isEmpty()) {
            found.add(Hold.Missing);
        }
        if (!history.edited().isEmpty()) {
            found.add(Hold.Edited);
        }
    }

    private static Verdict worst(SortedSet<Hold> found) {
        return found.stream().map(Assessor::verdict).max(Verdict::compareTo).orElse(Verdict.InSync);
    }

    private static Verdict verdict(Hold hold) {
        return switch (hold) {
            case Pending, Precondition -> Verdict.Pending;
            case Drift -> Verdict.Drifted;
            case Missing, Edited -> Verdict.Diverged;
            case Failed -> Verdict.Failed;
            case Unknown -> Verdict.Unknown;
        };
    }

    private static Judgement judgeHistory(Finding<History> finding) {
        return switch (finding) {
            case Finding.Unknown<History>(Failure why) -> unknown(why);
            case Finding.Known<History>(History history) -> judge(history);
        };
    }

    private static Judgement judge(History history) {
        if (stopped(history)) {
            return no(Reason.MigrationFailed, "not finished: " + names(stoppedNames(history)));
        }
        if (running(history)) {
            return no(Reason.MigrationRunning, "being applied now: " + names(unfinishedNames(history)));
        }
        if (history.table() == History.Table.ABSENT_BASELINE_NEEDED) {
            return no(Reason.BaselineNeeded, "the database has objects but no migration history; record a baseline");
        }
        if (!history.missing().isEmpty() && !history.pending().isEmpty()) {
            return no(
                    Reason.HistoryDiverged,
                    "applied and not in the files: %s; in the files and not applied: %s"
                            .formatted(names(history.missing()), names(history.pending())));
        }
        if (!history.missing().isEmpty()) {
            return no(Reason.MigrationsMissing, "applied and not in the files: " + names(history.missing()));
        }
        if (!history.edited().isEmpty()) {
            return no(Reason.MigrationsEdited, "changed since they were applied: " + names(history.edited()));
        }
        if (!history.pending().isEmpty()) {
            return no(Reason.MigrationsPending, "not applied: " + names(history.pending()));
        }
        return new Judgement(True, Reason.InSync, "all " + history.shipped().size() + " migrations are applied");
    }

    private static Judgement judgeSchema(Finding<Drift> finding) {
        return switch (finding) {
            case Finding.Unknown<Drift>(Failure why) -> unknown(why);
            case Finding.Known<Drift>(Drift drift)
            when drift.notCompared().isPresent() ->
                new Judgement(
                        Judgement.Truth.Unknown,
                        Reason.SchemaNotCompared,
                        drift.notCompared().get());
            case Finding.Known<Drift>(Drift drift) ->
                drift.isEmpty()
                        ? new Judgement(True, Reason.InSync, "the schema is what the applied migrations produce")
                        : no(
                                Reason.SchemaDrifted,
                                "%d missing, %d extra, %d changed: %s"
                                        .formatted(
                                                drift.count(Change.Missing),
                                                drift.count(Change.Extra),
                                                drift.count(Change.Changed),
                                                names(drift.differences().stream()
                                                        .map(d -> d.key().toString())
                                                        .toList())));
        };
    }

    private static boolean stopped(History history) {
        return !stoppedNames(history).isEmpty();
    }

    private static boolean running(History history) {
        return history.failed().stream().anyMatch(f -> f.state() == History.Failed.State.RUNNING);
    }

    private static List<String> stoppedNames(History history) {
        return history.failed().stream()
                .filter(f -> f.state() != History.Failed.State.RUNNING)
                .map(History.Failed::name)
                .toList();
    }

    private static List<String> unfinishedNames(History history) {
        return history.failed().stream().map(History.Failed::name).toList();
    }

    private static Judgement no(Reason reason, String message) {
        return new Judgement(False, reason, message);
    }

    private static Judgement unknown(Failure why) {
        return new Judgement(Judgement.Truth.Unknown, why.reason(), why.message());
    }

    private static String names(List<String> names) {
        var shown = new ArrayList<>(names.subList(0, Math.min(NAMES_SHOWN, names.size())));
        if (names.size() > NAMES_SHOWN) {
            shown.add("and %d more".formatted(names.size() - NAMES_SHOWN));
        }
        return String.join(", ", shown);
    }
}
