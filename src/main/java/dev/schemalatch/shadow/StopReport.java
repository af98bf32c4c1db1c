package dev.schemalatch.shadow;

import dev.schemalatch.failure.Reason;
import dev.schemalatch.postgres.Outcome;
import java.time.Duration;
import java.util.OptionalInt;

/** Tells where a migration stopped and why, in words that name the file's place and repeat none of its values. */
final class StopReport {

    private static final String WAY_OUT =
            " Name a server of your own that has it: spec.shadow.secretRef, or --shadow-database.";

    private final String migration;
    private final String sql;
    private final String server;

    StopReport(String migration, String sql, String server) {
        this.migration = migration;
        this.sql = sql;
        this.server = server;
    }

    /** @param standIn whether the real extension, in place of a stand-in, might not have refused */
    ReplayException refused(Outcome.Refused refused, boolean standIn) {
        var stop = stop(refused.completed(), offset(refused.position()), refused.sqlState());
        var refusal = Refusal.of(refused, standIn);
        var needs = refusal.needs();
        var message = needs.isPresent()
                ? "Migration " + migration + " needs " + needs.get() + " (" + stop.place()
                        + "), and the shadow server (" + server + ") does not give it: " + said(refused) + "." + WAY_OUT
                : "Migration " + migration + " does not replay on an empty database: " + stop.place() + ": "
                        + why(refused) + " (SQLSTATE " + refused.sqlState() + ").";
        return new ReplayException(refusal.reason(), message, stop);
    }

    ReplayException transactionLeftOpen() {
        return failed(
                "leaves a transaction open at its end; add the COMMIT that is missing",
                new ReplayStop(
                        migration, OptionalInt.empty(), Statements.of(sql).count(), OptionalInt.empty(), ""));
    }

    ReplayException flooded() {
        return failed("sends more notices and rows than a replay takes in", somewhere());
    }

    ReplayException timedOut(Duration limit) {
        return failed(
                "was not done when the replay's time of " + limit.toSeconds()
                        + " s was over; speed it up, or give the check a longer timeout",
                somewhere());
    }

    ReplayException tooLarge() {
        return new ReplayException(
                Reason.ShadowUnsupported,
                "Migration " + migration + " makes its database larger than the shadow server (" + server
                        + ") lets it grow." + WAY_OUT,
                somewhere());
    }

    private ReplayException failed(String what, ReplayStop stop) {
        return new ReplayException(
                Reason.ReplayFailed, "Migration " + migration + " does not replay: it " + what + ".", stop);
    }

    private String why(Outcome.Refused refused) {
        var statements = Statements.of(sql);
        var at = offset(refused.position());
        if (refused.sqlState().equals("42601") && at.isPresent()) {
            var c = at.getAsInt() < sql.length() ? sql.charAt(at.getAsInt()) : ' ';
            if (c == '\uFEFF') {
                return "the file begins with a byte order mark, which PostgreSQL does not read; save it without";
            }
            if (c == '\\' || statements.metaCommand().equals(at)) {
                return "a backslash begins a command of psql's own, which no migration tool understands; remove it";
            }
        }
        return said(refused);
    }

    private static String said(Outcome.Refused refused) {
        return Scrubbed.message(refused.sqlState(), refused.message(), refused.raised());
    }

    /** The server's position says it best; without one, the number of statements that had ended does. */
    private ReplayStop stop(int completed, OptionalInt offset, String sqlState) {
        var statements = Statements.of(sql);
        var number = offset.isPresent() ? statements.numberAt(offset.getAsInt()) : next(completed, statements.count());
        var at = offset.isPresent() || number.isEmpty() ? offset : statements.startOf(number.getAsInt());
        return new ReplayStop(
                migration,
                number,
                statements.count(),
                at.isPresent() ? OptionalInt.of(line(at.getAsInt())) : at,
                sqlState);
    }

    /** What had ended before is not known: the server keeps its answers until it has enough of them. */
    private ReplayStop somewhere() {
        var count = Statements.of(sql).count();
        var only = count == 1 ? OptionalInt.of(1) : OptionalInt.empty();
        return new ReplayStop(migration, only, count, OptionalInt.empty(), "");
    }

    private static OptionalInt next(int completed, int count) {
        return count == 0 ? OptionalInt.empty() : OptionalInt.of(Math.min(completed + 1, count));
    }

    /** PostgreSQL counts code points from 1, Java chars from 0. */
    private OptionalInt offset(OptionalInt position) {
        if (position.isEmpty()) {
            return position;
        }
        var points = Math.min(position.getAsInt() - 1, sql.codePointCount(0, sql.length()));
        return OptionalInt.of(sql.offsetByCodePoints(0, points));
    }

    private int line(int offset) {
        return 1
                + (int) sql.substring(0, Math.min(offset, sql.length()))
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
    }
}
