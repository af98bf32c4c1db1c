package dev.schemalatch.report;

import dev.schemalatch.report.Page.Block;
import dev.schemalatch.report.Page.Section;
import java.util.Locale;
import java.util.stream.Collectors;

/** Dresses a page for a pull request or a web page. */
final class MarkdownWriter {

    private final StringBuilder out = new StringBuilder();

    private MarkdownWriter() {}

    static String write(Page page) {
        var writer = new MarkdownWriter();
        writer.line("## Schemalatch: " + page.verdict());
        writer.line("");
        writer.line(escape(page.subject()));
        page.sections().forEach(writer::section);
        return writer.out.toString();
    }

    private void section(Section section) {
        line("");
        line("### " + section.title());
        line("");
        if (!section.summary().isEmpty()) {
            line(escape(section.summary()));
        }
        if (!section.summary().isEmpty() && !section.blocks().isEmpty()) {
            line("");
        }
        for (var block : section.blocks()) {
            switch (block) {
                case Block.Names names -> names(names);
                case Block.Remark remark -> line("- " + escape(remark.text()));
                case Block.Explained explained -> explained(explained);
                case Block.Step step -> step(step);
                case Block.Sql sql -> sql(sql.text());
            }
        }
    }

    private void names(Block.Names block) {
        var names = block.names().stream().map(MarkdownWriter::code).collect(Collectors.joining(", "));
        line("- %s: %s".formatted(block.label(), names));
    }

    private void explained(Block.Explained block) {
        var indent = "";
        if (!block.cause().isEmpty()) {
            line("- **%s**: %s".formatted(block.cause(), escape(block.why())));
            indent = "  ";
        }
        for (var entry : block.entries()) {
            var parts = entry.parts().isEmpty() ? "" : " (" + entry.parts() + ")";
            line("%s- %s %s %s%s"
                    .formatted(
                            indent,
                            entry.change().name().toLowerCase(Locale.ROOT),
                            entry.key().type(),
                            code(entry.key().identity()),
                            parts));
            for (var change : entry.changes()) {
                line(indent + "  - " + code(change.strip()));
            }
        }
    }

    private void step(Block.Step step) {
        line("1. **%s**: %s *(%s)*".formatted(escape(step.situation()), escape(step.action()), step.safety()));
        step.command().ifPresent(command -> {
            var fence = fence(command, "```");
            line("");
            line("   " + fence + "sh");
            command.lines().forEach(each -> line("   " + each));
            line("   " + fence);
        });
    }

    private void sql(String text) {
        var fence = fence(text, "```");
        line(fence + "sql");
        text.lines().forEach(this::line);
        line(fence);
    }

    private static String code(String text) {
        var fence = fence(text, "`");
        var padding = text.startsWith("`") || text.endsWith("`") ? " " : "";
        return fence + padding + text.replaceAll("\\p{Cc}", "?") + padding + fence;
    }

    /** A run of backticks that the text does not hold. */
    private static String fence(String text, String least) {
        var fence = least;
        while (text.contains(fence)) {
            fence += "`";
        }
        return fence;
    }

    private static String escape(String text) {
        return text.replaceAll("\\p{Cc}", " ").replaceAll("([\\\\`*<>|\\[\\]])", "\\\\$1");
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
