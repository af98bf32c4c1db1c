package dev.schemalatch.tool;

import dev.schemalatch.tool.LiquibaseChangeSet.Again;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A plain file of SQL among changelogs: one changeset that is sent whole ({@code parser/core/sql/SqlChangeLogParser.java}). */
final class LiquibaseRaw {

    static final String ID = "raw";

    private LiquibaseRaw() {}

    static LiquibaseChangeSet changeSet(String text, LiquibasePaths.Place place) {
        var sql = text.strip();
        return new LiquibaseChangeSet(
                ID,
                "includeAll",
                place.path(),
                place.file(),
                1,
                Again.NEVER,
                true,
                false,
                false,
                List.of(new LiquibaseChange.Sql(sql, sql, false, false, Optional.empty(), true)),
                Set.of());
    }
}
