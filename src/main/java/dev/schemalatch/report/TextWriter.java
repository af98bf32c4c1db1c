package dev.schemalatch.report;

import dev.schemalatch.drift.Difference.Change;
import dev.schemalatch.report.Page.Block;
import dev.schemalatch.report.Page.Section;

/** Dresses a page for a terminal of 100 columns. */
final class TextWriter {

    private static final int WIDTH = 100;

    private final Palette palette;
    private final StringBuilder out = new StringBuilder();

    private TextWriter(Palette palette) {
        this.palette = palette;
    }

    static String write(Page page, Palette palette) {
        var writer = new TextWriter(palette);
        writer.paragraph(page.verdict().name() + "  ", palette.verdict(page.verdict()) + "  ", page.subject());
        page.sections().forEach(writer::section);
        return writer.out.toString();
    }

    private void section(Section section) {
        out.append('\n');
        if (section.summary().isEmpty()) {
            line(palette.strong(section.title()));
        } else {
            var title = section.title() + "  ";
            paragraph(title, palette.strong(section.title()) + "  ", section.summary());
        }
        var number = 1;
        for (var block : section.blocks()) {
            switch (block) {
                case Block.Names names -> names(names);
                case Block.Remark remark -> paragraph("  - ", "  - ", remark.text());
                case Block.Explained explained -> explained(explained);
                case Block.Step step -> step(number++, step);
                case Block.Sql sql -> sql.text().lines().forEach(each -> line("  " + palette.command(clean(each))));
            }
        }
    }

    private void names(Block.Names block) {
        var label = "  %-12s".formatted(block.label());
        for (var name : block.names()) {
            paragraph(label, label, name);
            label = " ".repeat(label.length());
        }
    }

    private void explained(Block.Explained block) {
        if (!block.cause().isEmpty()) {
            paragraph("  " + block.cause() + ": ", "  " + block.cause() + ": ", block.why());
        }
        for (var entry : block.entries()) {
            var mark = mark(entry.change());
            var parts = entry.parts().isEmpty() ? "" : " (" + entry.parts() + ")";
            paragraph("    " + mark + " ", "    " + palette.change(entry.change(), mark) + " ", entry.key() + parts);
            entry.changes().forEach(change -> line("        " + clean(change)));
        }
    }

    private void step(int number, Block.Step step) {
        var label = "  %d. ".formatted(number);
        paragraph(label, label, "%s: %s (%s)".formatted(step.situation(), step.action(), step.safety()));
        step.command()
                .ifPresent(command -> command.lines().forEach(each -> line("       " + palette.command(clean(each)))));
    }

    private static String mark(Change change) {
        return switch (change) {
            case Missing -> "-";
            case Extra -> "+";
            case Changed -> "~";
        };
    }

    /** Text after a label, wrapped between words; what follows the first line is indented to where the text began. */
    private void paragraph(String label, String painted, String text) {
        var room = WIDTH - label.length();
        var current = new StringBuilder();
        var start = painted;
        for (var word : clean(text).split(" ", -1)) {
            if (!current.isEmpty() && current.length() + 1 + word.length() > room) {
                line(start + current);
                start = " ".repeat(label.length());
                current.setLength(0);
            }
            current.append(current.isEmpty() ? "" : " ").append(word);
        }
        line(start + current);
    }

    private void line(String text) {
        out.append(text.stripTrailing()).append('\n');
    }

    /** Names come from a database that may not be ours: nothing of theirs may steer a terminal. */
    private static String clean(String text) {
        return text.replaceAll("\\p{Cc}", "?");
    }
}
