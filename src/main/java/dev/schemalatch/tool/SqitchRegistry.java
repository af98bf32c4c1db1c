package dev.schemalatch.tool;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The tables that Sqitch keeps for itself ({@code App::Sqitch::Engine::pg.sql}, version 1.1). */
final class SqitchRegistry {

    private static final String WHO = """
        note text NOT NULL DEFAULT '', committed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        committer_name text NOT NULL, committer_email text NOT NULL, planned_at timestamptz NOT NULL,
        planner_name text NOT NULL, planner_email text NOT NULL\
        """;

    private SqitchRegistry() {}

    static List<String> create(HistoryTable table) {
        var registry = new HistoryTable(table.schema(), "").quoted().replaceFirst("\\.\"\"$", "");
        return Stream.of("CREATE SCHEMA IF NOT EXISTS %1$s", """
            CREATE TABLE %1$s.releases (version real PRIMARY KEY,
            installed_at timestamptz NOT NULL DEFAULT clock_timestamp(), installer_name text NOT NULL,
            installer_email text NOT NULL)\
            """, """
            CREATE TABLE %1$s.projects (project text PRIMARY KEY, uri text UNIQUE,
            created_at timestamptz NOT NULL DEFAULT clock_timestamp(), creator_name text NOT NULL,
            creator_email text NOT NULL)\
            """, """
            CREATE TABLE %3$s (change_id text PRIMARY KEY, script_hash text, change text NOT NULL,
            project text NOT NULL REFERENCES %1$s.projects (project) ON UPDATE CASCADE, %2$s,
            UNIQUE (project, script_hash))\
            """, """
            CREATE TABLE %1$s.tags (tag_id text PRIMARY KEY, tag text NOT NULL,
            project text NOT NULL REFERENCES %1$s.projects (project) ON UPDATE CASCADE,
            change_id text NOT NULL REFERENCES %3$s (change_id) ON UPDATE CASCADE, %2$s,
            UNIQUE (project, tag))\
            """, """
            CREATE TABLE %1$s.dependencies (
            change_id text NOT NULL REFERENCES %3$s (change_id) ON UPDATE CASCADE ON DELETE CASCADE,
            type text NOT NULL, dependency text NOT NULL,
            dependency_id text REFERENCES %3$s (change_id) ON UPDATE CASCADE,
            PRIMARY KEY (change_id, dependency))\
            """, """
            CREATE TABLE %1$s.events (event text NOT NULL, change_id text NOT NULL, change text NOT NULL,
            project text NOT NULL REFERENCES %1$s.projects (project) ON UPDATE CASCADE,
            requires text[] NOT NULL DEFAULT '{}', conflicts text[] NOT NULL DEFAULT '{}',
            tags text[] NOT NULL DEFAULT '{}', %2$s, PRIMARY KEY (change_id, committed_at))\
            """)
                .map(statement -> statement.formatted(registry, WHO, table.quoted()))
                .toList();
    }

    /** A schema of its own, or else its tables in one that others use too. */
    static OwnObjects own(HistoryTable table) {
        if (!table.schema().equals("public")) {
            return new OwnObjects(Set.of(table), new TreeSet<>(Set.of(table.schema())));
        }
        return new OwnObjects(
                Stream.of("releases", "projects", "changes", "tags", "dependencies", "events")
                        .map(name -> new HistoryTable(table.schema(), name))
                        .collect(Collectors.toSet()),
                new TreeSet<>());
    }
}
