package dev.schemalatch.operator;

import dev.schemalatch.check.CheckReport;
import dev.schemalatch.check.CheckRequest;
import dev.schemalatch.check.Checker;
import dev.schemalatch.check.Glance;
import dev.schemalatch.check.Glancer;
import dev.schemalatch.failure.Finding;
import dev.schemalatch.history.History;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** Gives the answer it is told to give, and remembers what it was asked. */
final class FakeChecker implements Checker, Glancer {

    private final List<CheckRequest> requests = new CopyOnWriteArrayList<>();
    private final AtomicInteger glances = new AtomicInteger();
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

    /** Sees what a check would. */
    @Override
    public Glance glance(CheckRequest request) {
        glances.incrementAndGet();
        var report = answer.apply(request);
        var histories = new TreeMap<String, Finding<History>>();
        histories.put(Glance.OWN, report.history());
        report.candidates().forEach((name, candidate) -> histories.put(name, candidate.history()));
        return new Glance(histories, report.drift().toString());
    }

    int glances() {
        return glances.get();
    }

    int asked() {
        return requests.size();
    }

    CheckRequest last() {
        return requests.get(requests.size() - 1);
    }
}
