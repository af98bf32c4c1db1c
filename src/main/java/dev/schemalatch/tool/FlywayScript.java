package dev.schemalatch.tool;

import dev.schemalatch.source.Bundle;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A script of SQL as Flyway sends it: with values in place of names, in a transaction unless it or its settings say otherwise. */
final class FlywayScript {

    /** What a script changes of its session is undone before the next one ({@code internal/database/base/Connection.java}). */
    private static final String KEEP =
            "SELECT set_config('schemalatch.search_path', current_setting('search_path'), false)";

    private static final String RESTORE =
            "RESET ROLE; SELECT set_config('search_path', current_setting('schemalatch.search_path'), false)";

    private final FlywayFile file;
    private final FlywayScriptSettings settings;
    private final String text;
    private final FlywayPlaceholders.Replaced replaced;

    FlywayScript(FlywayFile file, String path, Bundle bundle, FlywayPlaceholders placeholders) {
        this.file = file;
        this.settings = FlywayScriptSettings.of(bundle.text(path + ".conf"));
        var decoded = new String(
                bundle.files().getOrDefault(path, new byte[0]),
                settings.encoding().map(FlywayScript::charset).orElse(StandardCharsets.UTF_8));
        this.text = decoded.startsWith("\ufeff") ? decoded.substring(1) : decoded;
        this.replaced = settings.placeholderReplacement()
                ? placeholders.replace(text)
                : new FlywayPlaceholders.Replaced(text, Set.of());
    }

    private static Charset charset(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return StandardCharsets.UTF_8;
        }
    }

    /** Names that have no value here. */
    Set<String> unknown() {
        return new TreeSet<>(replaced.unknown());
    }

    /** A repeatable's checksum is that of its text with the values; that without them counts too. */
    Set<String> checksums() {
        if (file.kind() != FlywayFile.Kind.REPEATABLE) {
            return Set.of(FlywayChecksum.of(text));
        }
        return replaced.unknown().isEmpty()
                ? Stream.of(text, replaced.text()).map(FlywayChecksum::of).collect(Collectors.toUnmodifiableSet())
                : Set.of();
    }

    Content content() {
        return replaced.unknown().isEmpty()
                ? new Content.Sql(script())
                : new Content.Code("SQL with placeholders that have no value here");
    }

    private Script script() {
        var parts = new ArrayList<Script.Part>();
        parts.add(new Script.Part(replaced.text(), 1));
        if (changesSession()) {
            parts.add(0, new Script.Part(KEEP, 1));
            parts.add(new Script.Part(RESTORE, (int) replaced.text().lines().count()));
        }
        return new Script(parts, transactional() ? Script.Mode.IN_TRANSACTION : Script.Mode.BY_STATEMENT);
    }

    private boolean transactional() {
        return settings.executeInTransaction().orElseGet(() -> !FlywayStatements.leaveTransaction(replaced.text()));
    }

    private boolean changesSession() {
        var lower = replaced.text().toLowerCase(Locale.ROOT);
        return lower.contains("search_path") || lower.contains("set role") || lower.contains("set local role");
    }
}
