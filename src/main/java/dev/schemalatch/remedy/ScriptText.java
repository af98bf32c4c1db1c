package dev.schemalatch.remedy;

import dev.schemalatch.ddl.Lock;
import dev.schemalatch.ddl.Statement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes a script for psql and for migration tools: in transactions of its own, what each statement costs said beside it. */
final class ScriptText {

    /** Waiting longer for a lock would make everybody else wait behind. */
    private static final String SETTINGS = """
            BEGIN;
            SET LOCAL lock_timeout = '5s';
            SET LOCAL check_function_bodies = off;
            """;

    private final Script script;
    private final boolean withLoss;
    private final StringBuilder text = new StringBuilder();

    /** @param lossAccepted present where what loses data is not to be commented out */
    ScriptText(Script script, Optional<String> lossAccepted) {
        this.script = script;
        this.withLoss = lossAccepted.isPresent();
    }

    String text() {
        header();
        if (withLoss) {
            text.append(transactions(script.all().toList()));
            return text.toString();
        }
        text.append(transactions(script.steps()));
        if (!script.losing().isEmpty()) {
            text.append(
                    "\n-- What follows loses data, or makes sense only with what does. It is commented out: read it, take a"
                            + " backup,\n-- and remove the comment marks of what you want.\n");
            transactions(script.losing()).lines().forEach(line -> text.append(line.isEmpty() ? "--" : "-- ")
                    .append(line)
                    .append('\n'));
        }
        return text.toString();
    }

    private void header() {
        line("-- Written by Schemalatch: " + script.purpose().words() + ".");
        switch (script.proof()) {
            case Proof.Proven proven ->
                line("-- Proven: run in a scratch database on a copy of the schema, it left no difference.");
            case Proof.Unproven(String why, var left) -> {
                line("-- NOT PROVEN: " + why);
                left.forEach(difference -> line("--   left: %s %s".formatted(difference.change(), difference.key())));
            }
        }
        if (!script.isEmpty()) {
            line("-- Strongest lock: %s.".formatted(script.lock().word()));
        }
    }

    private String transactions(List<Step> steps) {
        var enums = steps.stream().takeWhile(ScriptText::ofEnums).toList();
        var others = steps.subList(enums.size(), steps.size());
        var first = enums.stream().anyMatch(ScriptText::addsValue) && !others.isEmpty() ? transaction(enums) : "";
        return first.isEmpty() ? transaction(steps) : first + transaction(others);
    }

    private static boolean ofEnums(Step step) {
        return step.statement().sql().startsWith("ALTER TYPE ")
                || step.statement().sql().startsWith("COMMENT ON TYPE ");
    }

    private static boolean addsValue(Step step) {
        return step.statement().sql().contains(" ADD VALUE ");
    }

    private static String transaction(List<Step> steps) {
        return steps.isEmpty()
                ? ""
                : steps.stream()
                        .map(ScriptText::statement)
                        .collect(Collectors.joining("", "\n" + SETTINGS, "\nCOMMIT;\n"));
    }

    private static String statement(Step step) {
        var statement = step.statement();
        var comment = new StringBuilder("\n");
        cost(statement).ifPresent(cost -> comment.append("-- ").append(cost).append('\n'));
        statement.probe().ifPresent(probe -> comment.append("-- fails where there are ")
                .append(oneLine(probe.obstacle()))
                .append("; this counts them: ")
                .append(oneLine(probe.query()))
                .append('\n'));
        return comment + statement.sql() + ";\n";
    }

    private static Optional<String> cost(Statement statement) {
        var lock = statement.lock() == Lock.None ? "" : statement.lock().word() + " lock, ";
        var superuser = statement.superuser() ? ", needs a superuser" : "";
        var words = lock
                + switch (statement.safety()) {
                    case ReadOnly, Safe -> lock.isEmpty() ? "" : "short";
                    case Locks -> "held while the table is read or an index is built";
                    case Rewrites -> "held while the table is written anew";
                    case NeedsBackup -> "values may change or be refused: take a backup first";
                    case LosesData -> "LOSES DATA: take a backup first";
                }
                + superuser;
        return words.isEmpty() ? Optional.empty() : Optional.of(words.startsWith(", ") ? words.substring(2) : words);
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ");
    }

    private void line(String line) {
        text.append(line.replace('\n', ' ')).append('\n');
    }
}
