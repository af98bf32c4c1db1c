package dev.schemalatch.operator;

import dev.schemalatch.check.CheckReport;
import dev.schemalatch.check.CheckRequest;
import dev.schemalatch.check.Checker;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** Gives the answer it is told to give, and remembers what it was asked. */
final class FakeChecker implements Checker {

    private final List<CheckRequest> requests = new CopyOnWriteArrayList<>();
    private volatile Function<CheckRequest, CheckReport> answer;

    FakeChecker(CheckReport report) {
        this.answer = request -> report;
    }

    void answers(CheckReport report) {
        answer = request -> report;
    }

    void answers(Function<CheckRequest, CheckReport> how) {
        answer = how;
    }

    @Override
    public CheckReport check(CheckRequest request) {
        requests.add(request);
        return answer.apply(request);
    }

    int asked() {
        return requests.size();
    }

    CheckRequest last() {
        return requests.get(requests.size() - 1);
    }
}
