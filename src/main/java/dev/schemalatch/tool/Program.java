package dev.schemalatch.tool;

import dev.schemalatch.source.Bundle;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Whose program a migration in JavaScript or TypeScript is, by words that only the tool's users write. */
enum Program {
    KNEX("\\b[Kk]nex\\b"),
    KYSELY("\\b[Kk]ysely\\b"),
    NODE_PG_MIGRATE("\\bpgm\\b|\\bnode-pg-migrate\\b"),
    SEQUELIZE("\\bqueryInterface\\b|\\b[Ss]equelize\\b"),
    TYPEORM("\\bqueryRunner\\b|\\bMigrationInterface\\b|\\btypeorm\\b");

    /** Enough for the head of any migration. */
    private static final int READ = 64 * 1024;

    private final Pattern mark;

    Program(String mark) {
        this.mark = Pattern.compile(mark);
    }

    /**
     * How surely these files are its: not where another's words stand in them and its own do not.
     *
     * @param called what the tool calls files that it makes
     */
    Claim claim(Bundle bundle, List<String> paths, Pattern called) {
        var texts = paths.stream().map(path -> text(bundle, path)).toList();
        if (texts.stream().anyMatch(this::marks)) {
            return Claim.CERTAIN;
        }
        return paths.stream().noneMatch(path -> called.matcher(ProgramFolder.name(path))
                                .find())
                        || Arrays.stream(values())
                                .anyMatch(other -> texts.stream().anyMatch(other::marks))
                ? Claim.NONE
                : Claim.POSSIBLE;
    }

    private boolean marks(String text) {
        return mark.matcher(text).find();
    }

    private static String text(Bundle bundle, String path) {
        var content = bundle.files().getOrDefault(path, new byte[0]);
        return new String(content, 0, Math.min(content.length, READ), StandardCharsets.UTF_8);
    }

    /** What the file is written in, by its extension. */
    static Content content(String path) {
        return new Content.Code(
                switch (ProgramFolder.extension(ProgramFolder.name(path))) {
                    case ".ts", ".cts", ".mts" -> "TypeScript";
                    case ".coffee", ".litcoffee", ".iced" -> "CoffeeScript";
                    case ".ls" -> "LiveScript";
                    case ".co" -> "Coco";
                    case ".eg" -> "Earl Grey";
                    default -> "JavaScript";
                });
    }
}
