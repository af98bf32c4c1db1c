package dev.schemalatch.operator;

import dev.schemalatch.check.CheckReport;
import dev.schemalatch.report.Format;
import dev.schemalatch.report.Palette;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** How a check's report is written down: file name to text. */
@FunctionalInterface
public interface Reports {

    SortedMap<String, String> files(CheckReport report);

    /** As JSON for programs and as text for people. */
    static Reports rendered() {
        return report -> new TreeMap<>(Map.of(
                "report.json", Format.json.render(report, Palette.PLAIN),
                "report.txt", Format.text.render(report, Palette.PLAIN)));
    }
}
