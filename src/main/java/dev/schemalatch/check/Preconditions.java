package dev.schemalatch.check;

import dev.schemalatch.failure.FailedException;
import dev.schemalatch.failure.Failure;
import dev.schemalatch.failure.Finding;
import dev.schemalatch.failure.Reason;
import dev.schemalatch.postgres.Answer;
import dev.schemalatch.postgres.ForeignQuery;
import dev.schemalatch.postgres.Postgres;
import java.util.List;
import java.util.stream.Stream;

/** Asks a request's preconditions, each in a session of its own, so that none disturbs another. */
final class Preconditions {

    private final Postgres postgres;

    Preconditions(Postgres postgres) {
        this.postgres = postgres;
    }

    List<Required> ask(CheckRequest request, Deadline deadline) {
        return request.preconditions().stream()
                .map(precondition ->
                        new Required(precondition.name(), Finding.of(() -> holds(precondition, request, deadline))))
                .toList();
    }

    /** Where the database could not be looked at. */
    static List<Required> unknown(CheckRequest request, Failure why) {
        return request.preconditions().stream()
                .map(precondition -> new Required(precondition.name(), new Finding.Unknown<>(why)))
                .toList();
    }

    private boolean holds(Precondition precondition, CheckRequest request, Deadline deadline) {
        if (deadline.passed()) {
            throw failed(precondition, Reason.DatabaseTimeout, "the check's time was over before it could be asked");
        }
        return switch (answer(precondition, request, deadline)) {
            case Answer.Found(boolean row) -> !row;
            case Answer.Refused(String condition) ->
                throw failed(
                        precondition,
                        Reason.PreconditionInvalid,
                        "the server does not run its query (%s). It must be one command that only reads what the role may read"
                                .formatted(condition));
        };
    }

    private Answer answer(Precondition precondition, CheckRequest request, Deadline deadline) {
        try {
            return postgres.ask(
                    request.database(),
                    "schemalatch/" + request.name(),
                    deadline.left(),
                    new ForeignQuery(precondition.sql(), searchPath(request)));
        } catch (FailedException e) {
            throw failed(precondition, e.failure().reason(), e.failure().message());
        }
    }

    /** Where the migrations live, as for the application. */
    private static List<String> searchPath(CheckRequest request) {
        var own = Stream.of(SchemaComparison.defaultSchema(request));
        return Stream.of(own, request.schemas().stream(), Stream.of("public"))
                .flatMap(schemas -> schemas)
                .distinct()
                .toList();
    }

    private static FailedException failed(Precondition precondition, Reason reason, String message) {
        return FailedException.of(reason, "precondition %s: %s".formatted(precondition.name(), message));
    }
}
