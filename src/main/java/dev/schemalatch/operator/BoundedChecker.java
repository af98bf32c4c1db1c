package dev.schemalatch.operator;

import dev.schemalatch.check.CheckReport;
import dev.schemalatch.check.CheckRequest;
import dev.schemalatch.check.Checker;
import dev.schemalatch.failure.Failure;
import dev.schemalatch.failure.Reason;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/**
 * Ends the wait for a check that does not end by itself, so that one hanging database keeps no worker. A check that hangs
 * on has its resource to itself: no second one is begun beside it.
 */
final class BoundedChecker implements Checker {

    private static final Logger LOG = Logger.getLogger(BoundedChecker.class);

    private final Checker checker;
    private final Duration grace;
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofPlatform().daemon().name("check-", 0).factory());
    private final ConcurrentMap<String, Future<CheckReport>> running = new ConcurrentHashMap<>();

    /** A checker that is given its request's time and this much more, to fail in its own words. */
    BoundedChecker(Checker checker, Duration grace) {
        this.checker = checker;
        this.grace = grace;
    }

    @Override
    public CheckReport check(CheckRequest request) {
        var before = running.get(request.name());
        if (before != null && !before.isDone()) {
            return timedOut("the check before this one still hangs on database "
                    + request.database().address());
        }
        var answer = threads.submit(() -> checker.check(request));
        running.put(request.name(), answer);
        try {
            var report = answer.get(request.timeout().plus(grace).toMillis(), TimeUnit.MILLISECONDS);
            running.remove(request.name(), answer);
            return report;
        } catch (TimeoutException e) {
            answer.cancel(true);
            return timedOut("database %s did not answer within %d s; raise spec.timeout if it is only slow"
                    .formatted(request.database().address(), request.timeout().toSeconds()));
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new CancellationException("stopped");
        } catch (ExecutionException e) {
            LOG.errorf(e.getCause(), "check failed unexpectedly check=%s", request.name());
            return Failures.nothingKnown(Failure.of(Reason.InternalError, Reason.InternalError.meaning()));
        }
    }

    private static CheckReport timedOut(String message) {
        return Failures.nothingKnown(Failure.of(Reason.DatabaseTimeout, message));
    }
}
