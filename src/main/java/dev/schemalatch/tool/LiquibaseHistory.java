package dev.schemalatch.tool;

import dev.schemalatch.sql.Query;
import java.util.List;

/** Liquibase's tables {@code databasechangelog} and {@code databasechangeloglock}: their DDL, how they are read. */
final class LiquibaseHistory {

    static final String TABLE = "databasechangelog";
    static final String LOCK_TABLE = "databasechangeloglock";

    private LiquibaseHistory() {}

    static boolean keeps(TableShape table) {
        return table.has("id", "author", "filename", "dateexecuted", "orderexecuted", "exectype", "md5sum");
    }

    /** Checksums of versions before 3.5 are not compared: Liquibase itself writes them anew. */
    static Query query(HistoryTable table) {
        return Query.of("""
                SELECT id::text AS id,
                       author::text AS author,
                       filename::text AS filename,
                       exectype::text AS exectype,
                       CASE WHEN md5sum ~ '^[89]:' THEN md5sum::text END AS checksum,
                       CASE WHEN isfinite(dateexecuted) THEN extract(epoch FROM dateexecuted) END AS ended,
                       age(xmin) AS age
                FROM %s
                ORDER BY dateexecuted, orderexecuted""".formatted(table.quoted()));
    }

    static HistoryTable lock(HistoryTable table) {
        return new HistoryTable(table.schema(), LOCK_TABLE);
    }

    static Query held(HistoryTable table) {
        return Query.of("""
                SELECT CASE WHEN isfinite(lockgranted) THEN extract(epoch FROM lockgranted) END AS since,
                       lockedby::text AS holder
                FROM %s
                WHERE locked""".formatted(lock(table).quoted()));
    }

    /** As Liquibase creates them ({@code CreateDatabaseChangeLogTableGenerator.java}, {@code CreateDatabaseChangeLogLockTableGenerator.java}). */
    static List<String> create(HistoryTable table) {
        return List.of(
                "CREATE SCHEMA IF NOT EXISTS " + quoted(table.schema()), """
                CREATE TABLE %s (
                    id VARCHAR(255) NOT NULL,
                    author VARCHAR(255) NOT NULL,
                    filename VARCHAR(255) NOT NULL,
                    dateexecuted TIMESTAMP WITHOUT TIME ZONE NOT NULL,
                    orderexecuted INTEGER NOT NULL,
                    exectype VARCHAR(10) NOT NULL,
                    md5sum VARCHAR(35),
                    description VARCHAR(255),
                    comments VARCHAR(255),
                    tag VARCHAR(255),
                    liquibase VARCHAR(20),
                    contexts VARCHAR(255),
                    labels VARCHAR(255),
                    deployment_id VARCHAR(10)
                )""".formatted(table.quoted()), """
                CREATE TABLE %s (
                    id INTEGER NOT NULL,
                    locked BOOLEAN NOT NULL,
                    lockgranted TIMESTAMP WITHOUT TIME ZONE,
                    lockedby VARCHAR(255),
                    CONSTRAINT databasechangeloglock_pkey PRIMARY KEY (id)
                )""".formatted(
                                lock(table).quoted()));
    }

    private static String quoted(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }
}
