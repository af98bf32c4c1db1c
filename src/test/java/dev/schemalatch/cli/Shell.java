package dev.schemalatch.cli;

import dev.schemalatch.check.CheckReport;
import dev.schemalatch.check.CheckRequest;
import dev.schemalatch.check.Checker;
import dev.schemalatch.check.DiffReport;
import dev.schemalatch.check.DiffRequest;
import dev.schemalatch.check.Differ;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Runs commands as a shell would, with an engine that answers what it is told and remembers what it was asked. */
final class Shell implements Engine {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Map<String, String> environment = new HashMap<>();
    private final Path home;
    private String terminals = "";
    private Function<CheckRequest, CheckReport> checks = request -> Answers.clean();
    private DiffReport diff = Answers.same();
    private boolean closed;

    final List<CheckRequest> checked = new ArrayList<>();
    final List<DiffRequest> diffed = new ArrayList<>();

    Shell(Path home) {
        this.home = home;
    }

    Shell with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    Shell onTerminals(String streams) {
        terminals = streams;
        return this;
    }

    Shell answering(CheckReport report) {
        checks = request -> report;
        return this;
    }

    Shell answering(DiffReport report) {
        diff = report;
        return this;
    }

    Shell failingWith(RuntimeException failure) {
        checks = request -> {
            throw failure;
        };
        return this;
    }

    int run(String... args) {
        var terminal = new Terminal(stream(out), stream(err), environment, terminals, home, Optional.of(home));
        return Main.run(terminal, () -> this, args);
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    boolean closed() {
        return closed;
    }

    @Override
    public Checker checker() {
        return request -> {
            checked.add(request);
            return checks.apply(request);
        };
    }

    @Override
    public Differ differ() {
        return request -> {
            diffed.add(request);
            return diff;
        };
    }

    @Override
    public void close() {
        closed = true;
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
