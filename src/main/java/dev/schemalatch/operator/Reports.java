package dev.schemalatch.operator;

import dev.schemalatch.check.CheckReport;
import dev.schemalatch.failure.Finding;
import dev.schemalatch.remedy.Plan;
import dev.schemalatch.report.Format;
import dev.schemalatch.report.Palette;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** How a check's report is written down: file name to text. */
@FunctionalInterface
public interface Reports {

    SortedMap<String, String> files(CheckReport report);

    /** As JSON for programs and as text for people, and each script by itself. */
    static Reports rendered() {
        return report -> {
            var files = new TreeMap<>(Map.of(
                    "report.json", Format.json.render(report, Palette.PLAIN),
                    "report.txt", Format.text.render(report, Palette.PLAIN)));
            report.plan().flatMap(Finding::known).stream()
                    .flatMap(Plan::scripts)
                    .filter(script -> !script.isEmpty())
                    .forEach(script -> files.put(script.purpose().file(), script.sql()));
            return files;
        };
    }
}
