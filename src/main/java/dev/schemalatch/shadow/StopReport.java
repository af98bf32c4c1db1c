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
    private final Pieces pieces;
    private final String server;

    StopReport(String migration, Pieces pieces, String server) {
        this.migration = migration;
        this.pieces = pieces;
        this.server = server;
    }

    /**
     * @param number of the piece that was refused, from 0; past the last one where it was the end of their transaction
     * @param standIn whether the real extension, in place of a stand-in, might not have refused
     */
    ReplayException refused(int number, Outcome.Refused refused, boolean standIn) {
        if (number == pieces.count()) {
            return atCommit(refused);
        }
        var piece = pieces.parts().get(number);
        var stop = new Place(piece.sql(), piece.line(), pieces.statementsBefore(number)).stop(refused);
        var refusal = Refusal.of(refused, standIn);
        var needs = refusal.needs();
        var message = needs.isPresent()
                ? "Migration " + migration + " needs " + needs.get() + " (" + stop.place()
                        + "), and the shadow server (" + server + ") does not give it: " + said(refused) + "." + WAY_OUT
                : "Migration " + migration + " does not replay on an empty database: " + stop.place() + ": "
                        + why(piece.sql(), refused) + " (SQLSTATE " + refused.sqlState() + ").";
        return new ReplayException(refusal.reason(), message, stop);
    }

    private ReplayException atCommit(Outcome.Refused refused) {
        return new ReplayException(
                Refusal.of(refused, false).reason(),
                "Migration " + migration + " does not replay on an empty database: at its COMMIT: " + said(refused)
                        + " (SQLSTATE " + refused.sqlState() + ").",
                new ReplayStop(
                        migration, OptionalInt.empty(), pieces.statements(), OptionalInt.empty(), refused.sqlState()));
    }

    ReplayException transactionLeftOpen() {
        return failed(
                "leaves a transaction open at its end; add the COMMIT that is missing",
                new ReplayStop(migration, OptionalInt.empty(), pieces.statements(), OptionalInt.empty(), ""));
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

    private static String why(String sql, Outcome.Refused refused) {
        var statements = Statements.of(sql);
        var at = offset(sql, refused.position());
        if (refused.sqlState().equals("42601") && at.isPresent()) {
            var c = at.getAsInt() < sql.length() ? sql.charAt(at.getAsInt()) : ' ';
            if (c == '\uFEFF') {
                return "the file begins with a byte order mark, which PostgreSQL does not read; save it without";
            }
            if (c == '\\' || statements.metaCommand().equals(at)) {
                return "a backslash begins a command that only psql understands; write it in SQL";
            }
        }
        return said(refused);
    }

    private static String said(Outcome.Refused refused) {
        return Scrubbed.message(refused.sqlState(), refused.message(), refused.raised());
    }

    /** What had ended before is not known: the server keeps its answers until it has enough of them. */
    private ReplayStop somewhere() {
        var count = pieces.statements();
        var only = count == 1 ? OptionalInt.of(1) : OptionalInt.empty();
        return new ReplayStop(migration, only, count, OptionalInt.empty(), "");
    }

    /** PostgreSQL counts code points from 1, Java chars from 0. */
    private static OptionalInt offset(String sql, OptionalInt position) {
        if (position.isEmpty()) {
            return position;
        }
        var points = Math.min(position.getAsInt() - 1, sql.codePointCount(0, sql.length()));
        return OptionalInt.of(sql.offsetByCodePoints(0, points));
    }

    /** Where a piece stands in its file: from which line on, and behind how many statements. */
    private final class Place {

        private final String sql;
        private final int line;
        private final int before;

        Place(String sql, int line, int before) {
            this.sql = sql;
            this.line = line;
            this.before = before;
        }

        /** The server's position says it best; without one, the number of statements that had ended does. */
        ReplayStop stop(Outcome.Refused refused) {
            var statements = Statements.of(sql);
            var offset = offset(sql, refused.position());
            var number = offset.isPresent()
                    ? statements.numberAt(offset.getAsInt())
                    : next(refused.completed(), statements.count());
            var at = offset.isPresent() || number.isEmpty() ? offset : statements.startOf(number.getAsInt());
            return new ReplayStop(
                    migration,
                    number.isPresent() ? OptionalInt.of(before + number.getAsInt()) : number,
                    pieces.statements(),
                    at.isPresent() ? OptionalInt.of(line + Pieces.lines(sql, at.getAsInt())) : at,
                    refused.sqlState());
        }

        private OptionalInt next(int completed, int count) {
            return count == 0 ? OptionalInt.empty() : OptionalInt.of(Math.min(completed + 1, count));
        }
    }
}
