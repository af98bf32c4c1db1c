package dev.schemalatch.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.core.util.Separators.Spacing;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.schemalatch.check.CheckReport;
import dev.schemalatch.check.DiffReport;

/** A form that reports are given in; ends with a newline. */
public enum Format {
    text,
    json,
    yaml,
    markdown;

    public String render(CheckReport report, Palette palette) {
        return switch (this) {
            case text -> TextWriter.write(Pages.of(report), palette);
            case markdown -> MarkdownWriter.write(Pages.of(report));
            case json -> json(Document.of(report));
            case yaml -> yaml(Document.of(report));
        };
    }

    public String render(DiffReport report, Palette palette) {
        return switch (this) {
            case text -> TextWriter.write(Pages.of(report), palette);
            case markdown -> MarkdownWriter.write(Pages.of(report));
            case json -> json(Document.of(report));
            case yaml -> yaml(Document.of(report));
        };
    }

    private static String json(JsonNode document) {
        var indenter = new DefaultIndenter("  ", "\n");
        var printer = new DefaultPrettyPrinter(Separators.createDefaultInstance()
                        .withObjectFieldValueSpacing(Spacing.AFTER)
                        .withArrayEmptySeparator("")
                        .withObjectEmptySeparator(""))
                .withObjectIndenter(indenter)
                .withArrayIndenter(indenter);
        return write(new ObjectMapper().writer(printer), document) + "\n";
    }

    private static String yaml(JsonNode document) {
        var mapper = YAMLMapper.builder()
                .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                .disable(YAMLGenerator.Feature.SPLIT_LINES)
                .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
                .build();
        return write(mapper.writer(), document);
    }

    private static String write(ObjectWriter writer, JsonNode document) {
        try {
            return writer.writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of plain values can always be written", e);
        }
    }
}
