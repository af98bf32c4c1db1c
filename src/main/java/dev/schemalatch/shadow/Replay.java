package dev.schemalatch.shadow;

import dev.schemalatch.catalog.Blueprint;
import dev.schemalatch.catalog.Catalog;
import dev.schemalatch.ddl.Attempt;
import dev.schemalatch.ddl.Statement;
import dev.schemalatch.failure.FailedException;
import dev.schemalatch.failure.Reason;
import dev.schemalatch.postgres.CatalogReader;
import dev.schemalatch.postgres.Console;
import dev.schemalatch.postgres.Outcome;
import dev.schemalatch.postgres.Postgres;
import dev.schemalatch.postgres.Session;
import dev.schemalatch.postgres.Target;
import dev.schemalatch.tool.Content;
import dev.schemalatch.tool.Migration;
import dev.schemalatch.tool.Script;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** Replays migrations into one scratch database, over one connection as its owner. */
final class Replay implements Scratch {

    /** The session or the server was ended from outside. */
    private static final Set<String> ENDED = Set.of("57P01", "57P02", "57P03");

    private final Console owner;
    private final Postgres postgres;
    private final Target reader;
    private final Place place;
    private final Optional<Elevation> elevation;
    private final long begun = System.nanoTime();

    /**
     * What messages say about the surroundings.
     *
     * @param server its description
     * @param preparation what the session begins with, and the wall clock of the whole replay
     * @param full whether the database was dropped because it grew too large
     * @param standIns what of the server only stands in for an extension
     */
    record Place(String server, Preparation preparation, BooleanSupplier full, StandInExtensions standIns) {

        Duration limit() {
            return preparation.limit();
        }
    }

    /**
     * @param owner the connection that migrations are sent over
     * @param elevation how statements of our own that want a superuser are run, where the server is ours
     * @param reader how the catalog is read, aside from whatever the migrations have done to their session
     */
    Replay(Console owner, Postgres postgres, Target reader, Place place, Optional<Elevation> elevation) {
        this.owner = owner;
        this.postgres = postgres;
        this.reader = reader;
        this.place = place;
        this.elevation = elevation;
    }

    @Override
    public void apply(Migration migration) {
        switch (migration.content()) {
            case Content.Sql(Script script) -> apply(migration, script.map(place.standIns()::prepare));
            case Content.Lacking() ->
                throw FailedException.of(
                        Reason.ReplayFailed,
                        "Migration " + migration.name() + " has no file " + migration.path()
                                + ". Add it, or remove the migration.");
            case Content.Code code ->
                throw FailedException.of(
                        Reason.ToolUnsupported,
                        "Migration " + migration.name() + " is " + code.language() + ", which is not run.");
        }
    }

    private void apply(Migration migration, Script script) {
        var pieces = Pieces.of(script);
        var report = new StopReport(migration.name(), pieces, place.server());
        begin(script.session());
        if (script.mode() != Script.Mode.IN_TRANSACTION) {
            if (send(migration, pieces, report)) {
                owner.execute("ROLLBACK");
                throw report.transactionLeftOpen();
            }
            return;
        }
        owner.execute("BEGIN");
        send(migration, pieces, report);
        check(migration, report, pieces.count(), owner.send("COMMIT"));
    }

    private void begin(Script.Session session) {
        switch (session) {
            case KEPT -> {}
            case KEPT_BUT_PATH -> owner.execute(place.preparation().setPath());
            case RESET -> {
                owner.execute("RESET ALL");
                owner.execute(place.preparation().setAll());
            }
            case NEW -> {
                owner.execute("DISCARD ALL");
                owner.execute(place.preparation().setAll());
            }
        }
    }

    /** Answers whether a transaction is open at the end. */
    private boolean send(Migration migration, Pieces pieces, StopReport report) {
        var open = false;
        for (var piece = 0; piece < pieces.count(); piece++) {
            open = check(
                    migration,
                    report,
                    piece,
                    owner.send(pieces.parts().get(piece).sql()));
        }
        return open;
    }

    private boolean check(Migration migration, StopReport report, int piece, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done(boolean open) -> open;
            case Outcome.Refused refused -> {
                if (ENDED.contains(refused.sqlState())) {
                    throw ended(migration, report);
                }
                var ignored = owner.send("ROLLBACK");
                throw report.refused(piece, refused, place.standIns().mayBeToBlame(refused));
            }
            case Outcome.Flooded() -> throw report.flooded();
            case Outcome.TimedOut() -> throw report.timedOut(place.limit());
            case Outcome.Lost() -> throw ended(migration, report);
        };
    }

    @Override
    public Stepped step(Migration migration, Stepped.When look) {
        var statements = Pieces.statements(migration.script().orElseThrow().map(place.standIns()::prepare));
        var report = new StopReport(migration.name(), statements, place.server());
        begin(migration.script().orElseThrow().session());
        var looks = new ArrayList<Stepped.Look>();
        var committed = 0;
        for (var number = 1; number <= statements.count(); number++) {
            switch (owner.send(statements.parts().get(number - 1).sql())) {
                case Outcome.Done(boolean open) -> {
                    committed = open ? committed : number;
                    if (!open && look.after(number, statements.count())) {
                        looks.add(new Stepped.Look(number, catalog()));
                    }
                }
                case Outcome.Refused refused -> {
                    if (ENDED.contains(refused.sqlState())) {
                        throw ended(migration, report);
                    }
                    if (place.standIns().mayBeToBlame(refused)) {
                        throw report.refused(number - 1, refused, true);
                    }
                    return stepped(looks, committed, statements.count(), OptionalInt.of(number));
                }
                case Outcome.Flooded() -> throw report.flooded();
                case Outcome.TimedOut() -> throw report.timedOut(place.limit());
                case Outcome.Lost() -> throw ended(migration, report);
            }
        }
        return stepped(looks, committed, statements.count(), OptionalInt.empty());
    }

    /** What is committed at the end is always looked at. */
    private Stepped stepped(ArrayList<Stepped.Look> looks, int committed, int count, OptionalInt refused) {
        var ignored = owner.send("ROLLBACK");
        var seen = looks.isEmpty() ? 0 : looks.get(looks.size() - 1).sent();
        if (seen < committed) {
            looks.add(new Stepped.Look(committed, catalog()));
        }
        return new Stepped(looks, count, refused);
    }

    private FailedException ended(Migration migration, StopReport report) {
        return place.full().getAsBoolean()
                ? report.tooLarge()
                : FailedException.of(
                        Reason.ShadowUnavailable,
                        "The connection to the shadow server (" + place.server() + ") ended during the replay of "
                                + migration.name() + ". The next check tries again.");
    }

    @Override
    public void execute(String sql) {
        owner.execute(sql);
    }

    @Override
    public Attempt attempt(Statement statement) {
        var sql = place.standIns().prepare(statement.sql());
        var outcome = owner.send(sql);
        if (outcome instanceof Outcome.Refused refused && forbidden(refused)) {
            outcome = elevation
                    .filter(superuser -> superuser.allows(sql))
                    .map(superuser -> superuser.send(sql, refused))
                    .orElse(outcome);
        }
        return switch (outcome) {
            case Outcome.Done done -> new Attempt.Done();
            case Outcome.Refused refused -> refusal(refused);
            case Outcome.Flooded flooded -> new Attempt.Refused("it sent more than a scratch database takes in");
            case Outcome.TimedOut timedOut -> new Attempt.Refused("the time for proving was over");
            case Outcome.Lost lost -> new Attempt.Refused("the connection to the shadow server ended");
        };
    }

    private static boolean forbidden(Outcome.Refused refused) {
        return refused.sqlState().equals("42501");
    }

    private Attempt refusal(Outcome.Refused refused) {
        var said = Scrubbed.message(refused.sqlState(), refused.message(), refused.raised());
        var standIn = place.standIns().mayBeToBlame(refused);
        return forbidden(refused) || Refusal.of(refused, standIn).needs().isPresent()
                ? new Attempt.NotPermitted(said)
                : new Attempt.Refused(said);
    }

    @Override
    public Blueprint blueprint() {
        return read(new CatalogReader()::blueprint);
    }

    @Override
    public Catalog catalog() {
        return read(new CatalogReader()::read);
    }

    @Override
    public List<String> standIns() {
        return place.standIns().any() ? read(StandInExtensions::installed) : List.of();
    }

    private <T> T read(Function<Session, T> reading) {
        var left = place.limit().minusNanos(System.nanoTime() - begun);
        var time = left.compareTo(Duration.ofSeconds(1)) < 0 ? Duration.ofSeconds(1) : left;
        return postgres.read(reader, "schemalatch/shadow", time, reading);
    }
}
