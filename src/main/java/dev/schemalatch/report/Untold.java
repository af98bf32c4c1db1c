package dev.schemalatch.report;

import dev.schemalatch.check.CheckReport;
import dev.schemalatch.check.DiffReport;
import dev.schemalatch.failure.Failure;
import dev.schemalatch.failure.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What could not be told, each failure once, with the parts of the report that it leaves unknown. */
record Untold(Failure why, List<String> parts) {

    Untold {
        parts = List.copyOf(parts);
    }

    static List<Untold> in(CheckReport report) {
        var parts = new LinkedHashMap<Failure, List<String>>();
        add(parts, "migrations", report.migrations());
        add(parts, "database", report.database());
        add(parts, "history", report.history());
        add(parts, "drift", report.drift());
        report.required().forEach(asked -> add(parts, "preconditions", asked.holds()));
        report.plan().ifPresent(plan -> add(parts, "plan", plan));
        report.unsure().forEach(why -> add(parts, "pending", why));
        return list(parts);
    }

    static List<Untold> in(DiffReport report) {
        var parts = new LinkedHashMap<Failure, List<String>>();
        add(parts, "expected", report.expected());
        add(parts, "actual", report.actual());
        add(parts, "drift", report.drift());
        report.plan().ifPresent(plan -> add(parts, "plan", plan));
        return list(parts);
    }

    private static void add(Map<Failure, List<String>> parts, String part, Finding<?> finding) {
        finding.failure().ifPresent(why -> add(parts, part, why));
    }

    private static void add(Map<Failure, List<String>> parts, String part, Failure why) {
        var named = parts.computeIfAbsent(why, ignored -> new ArrayList<>());
        if (!named.contains(part)) {
            named.add(part);
        }
    }

    private static List<Untold> list(Map<Failure, List<String>> parts) {
        return parts.entrySet().stream()
                .map(entry -> new Untold(entry.getKey(), entry.getValue()))
                .toList();
    }
}
