package dev.schemalatch.tool;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** Whose way of writing files a directory of Atlas's follows ({@code sql/sqltool/tool.go}). */
enum AtlasFormat {
    ATLAS,
    GOLANG_MIGRATE,
    GOOSE,
    DBMATE,
    /** Flyway's and Liquibase's, which Atlas reads and this does not. */
    OTHER;

    /** By the files themselves: no file says it. */
    static AtlasFormat of(SortedMap<String, String> texts) {
        if (texts.keySet().stream().anyMatch(name -> name.endsWith(".up.sql"))) {
            return GOLANG_MIGRATE;
        }
        if (texts.keySet().stream().anyMatch(name -> name.matches("V[0-9._]+__.*"))
                || texts.values().stream().anyMatch(text -> text.startsWith("--liquibase formatted sql"))) {
            return OTHER;
        }
        if (texts.values().stream().anyMatch(text -> text.lines().anyMatch(line -> line.startsWith("-- +goose Up")))) {
            return GOOSE;
        }
        return texts.values().stream().anyMatch(DbmateBlocks::begins) ? DBMATE : ATLAS;
    }

    /** Whether a file is a migration. */
    boolean takes(String name) {
        return name.endsWith(this == GOLANG_MIGRATE ? ".up.sql" : ".sql");
    }

    /** What Atlas sends of a file; empty where it could not. */
    Optional<Script> script(String text) {
        return switch (this) {
            case ATLAS, GOLANG_MIGRATE, OTHER -> Optional.of(plain(text));
            case GOOSE ->
                Optional.of(GooseStatements.of(text, Map.of()))
                        .filter(read -> read.unreadable().isEmpty())
                        .map(read -> new Script(read.parts(), Script.Mode.IN_TRANSACTION));
            case DBMATE ->
                Optional.of(DbmateBlocks.of(text))
                        .filter(read -> read.unreadable().isEmpty())
                        .map(read -> Script.inTransaction(read.ups().get(0).sql()));
        };
    }

    private Script plain(String text) {
        var directives = new AtlasDirectives(text);
        var alone = this == ATLAS && directives.named("txmode").contains("none");
        return directives
                .delimiter()
                .map(delimiter -> new Script(
                        AtlasStatements.of(text, delimiter), alone ? Script.Mode.AS_IT_IS : Script.Mode.IN_TRANSACTION))
                .orElseGet(() -> alone ? Script.byStatement(text) : Script.inTransaction(text));
    }
}
