package dev.schemalatch.remedy;

import dev.schemalatch.drift.Cause;
import dev.schemalatch.drift.Difference;
import dev.schemalatch.drift.Extent;
import dev.schemalatch.drift.Position;
import dev.schemalatch.history.History;
import dev.schemalatch.history.History.Failed;
import dev.schemalatch.remedy.Remedy.Safety;
import dev.schemalatch.tool.ShellWord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The way out of a situation, in the order in which the steps are taken: what is failed first, since the tool refuses to go on
 * before; then what is there but not recorded; then the files; then what is pending; changes by hand last.
 */
public final class Remedies {

    private final Situation situation;

    private Remedies(Situation situation) {
        this.situation = situation;
    }

    /** What to do; empty where nothing is wrong. */
    public static List<Remedy> of(Situation situation) {
        var remedies = new Remedies(situation);
        return Stream.of(
                        remedies.failed(),
                        remedies.alreadyThere(),
                        remedies.lacking(),
                        remedies.missing(),
                        remedies.edited(),
                        remedies.pending(),
                        situation.plan().map(Remedies::of).orElseGet(remedies::byHand))
                .flatMap(List::stream)
                .toList();
    }

    private List<Remedy> failed() {
        return situation.history().failed().stream().map(this::finish).toList();
    }

    private Remedy finish(Failed failed) {
        var name = failed.name();
        if (failed.state() == Failed.State.RUNNING) {
            return step("running migration", "Wait: %s is being applied now.".formatted(name), Safety.ReadOnly);
        }
        if (!situation.history().shipped().contains(name)) {
            return step(
                    "failed migration",
                    "%s began and did not finish, and the files lack it: bring its file back before anything else."
                            .formatted(name),
                    Safety.ReadOnly);
        }
        return switch (situation.extent(name)) {
            case WHOLE ->
                command(
                        "failed migration",
                        "The schema has everything that %s does: record it as applied.".formatted(name),
                        situation.commands().markApplied(name));
            case NONE ->
                command(
                        "failed migration",
                        "Nothing of %s is left in the schema: record it as rolled back, mend its cause, then deploy."
                                .formatted(name),
                        situation.commands().markRolledBack(name));
            case PARTLY ->
                command(
                        "failed migration",
                        ("The schema has a part of %s: undo that part by hand (see the differences tied to it), then"
                                        + " record it as rolled back and deploy.")
                                .formatted(name),
                        situation.commands().markRolledBack(name));
            case UNSEEN ->
                command(
                        "failed migration",
                        ("The schema does not tell how far %s came: look at its data, then record it as rolled back (or as"
                                        + " applied, if all of it is there).")
                                .formatted(name),
                        situation.commands().markRolledBack(name));
        };
    }

    private List<Remedy> alreadyThere() {
        return there().map(name -> command(
                        situation.history().table() == History.Table.ABSENT_BASELINE_NEEDED
                                ? "baseline needed"
                                : "applied without being recorded",
                        "The schema has everything that %s does: record it as applied.".formatted(name),
                        situation.commands().markApplied(name)))
                .toList();
    }

    private Stream<String> there() {
        return situation.history().pending().stream().filter(name -> situation.extent(name) == Extent.WHOLE);
    }

    /** No tool takes back what it has recorded as applied; its table has to be of the same time as the schema. */
    private List<Remedy> lacking() {
        return situation
                .position()
                .filter(position -> !position.lacking().isEmpty())
                .map(position -> step(
                        "history ahead of the schema",
                        ("%s are recorded as applied, and the schema is that before them: restore the history table that"
                                        + " belongs to this schema, or delete their rows from it, then deploy.")
                                .formatted(String.join(", ", position.lacking())),
                        Safety.HistoryOnly))
                .stream()
                .toList();
    }

    private List<Remedy> missing() {
        return situation.history().missing().stream()
                .distinct()
                .filter(name -> situation.history().failed().stream()
                        .noneMatch(f -> f.name().equals(name)))
                .map(name -> new Remedy(
                        "migration missing from the files",
                        "%s is applied and not in the files: bring its file back from the branch that has it."
                                .formatted(name),
                        Optional.of("git log --all --oneline -- " + ShellWord.quoted("*%s*".formatted(name))),
                        Safety.ReadOnly,
                        false))
                .toList();
    }

    private List<Remedy> edited() {
        return situation.history().edited().stream()
                .map(name -> new Remedy(
                        "file edited after it was applied",
                        "Put %s back to what was applied, and write the change as a new migration.".formatted(name),
                        Optional.of("git log -p -- " + ShellWord.quoted("*%s*".formatted(name))),
                        Safety.ReadOnly,
                        false))
                .toList();
    }

    private List<Remedy> pending() {
        var there = there().toList();
        var waiting = situation.history().pending().stream()
                .filter(name -> !there.contains(name))
                .toList();
        if (waiting.isEmpty()) {
            return List.of();
        }
        var clashing = waiting.stream()
                .filter(name -> situation.extent(name) == Extent.PARTLY)
                .toList();
        var remedies = new ArrayList<Remedy>();
        for (var name : clashing) {
            remedies.add(step(
                    "applied in part without being recorded",
                    ("The schema has a part of %s: undo that part by hand, or the deployment will fail on it.")
                            .formatted(name),
                    Safety.ChangesSchema));
        }
        remedies.add(new Remedy(
                "pending migrations",
                "Apply what is pending: %s.".formatted(String.join(", ", waiting)),
                Optional.of(situation.commands().deploy()),
                Safety.RunsMigrations,
                false));
        return remedies;
    }

    /** The two scripts of a plan, of which one is chosen. */
    public static List<Remedy> of(Plan plan) {
        return Stream.of(
                        script(plan.repair(), "To go back to what is expected, read and run %s."),
                        script(
                                plan.catchUp(),
                                "To keep what is there, make a migration of %s and record it as applied."))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Remedy> script(Script script, String action) {
        var file = script.purpose().file();
        return script.isEmpty()
                ? Optional.empty()
                : Optional.of(new Remedy(
                        "schema differs",
                        action.formatted(file),
                        Optional.of("schemalatch plan ... --print %s"
                                .formatted(script.purpose().option())),
                        Safety.of(script.safety()),
                        script.proof().proven()));
    }

    private List<Remedy> byHand() {
        if (situation.position().filter(Position::behindItsHistory).isPresent()) {
            return List.of();
        }
        var manual = situation.drift().differences().stream()
                .filter(d -> d.cause().kind() == Cause.Kind.Manual)
                .map(Difference::key)
                .toList();
        return manual.isEmpty()
                ? List.of()
                : List.of(step(
                        "changes by hand",
                        "Write a migration for what should stay, undo what should not: %d %s."
                                .formatted(manual.size(), manual.size() == 1 ? "object" : "objects"),
                        Safety.ChangesSchema));
    }

    private static Remedy step(String situation, String action, Safety safety) {
        return new Remedy(situation, action, Optional.empty(), safety, false);
    }

    private static Remedy command(String situation, String action, Optional<String> command) {
        return new Remedy(situation, action, command, Safety.HistoryOnly, false);
    }
}
