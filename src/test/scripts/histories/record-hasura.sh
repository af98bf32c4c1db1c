#!/bin/bash
# Makes what Hasura's CLI leaves behind: SERVER=postgresql://... record-hasura.sh
# The CLI needs a running graphql-engine, which was not to be had: here psql stands in for it. Every file is sent as run_sql does
# (one query in a transaction), then the version is recorded as cli/migrate/database/hasuradb does: up to CLI 1.3 in
# hdb_catalog.schema_migrations (migration_state_sql.go), later in hdb_version.cli_state (migration_state_catalog_state.go).
# The status is worked out by the rule of "hasura migrate status": versions of files against versions recorded. PostgreSQL 15.
source "$(dirname "$0")/recording.sh"

# run_sql <file>   as the server does: BEGIN, the whole file as one query, COMMIT
run_sql() { psql -Xqd "$DATABASE_URL" -v ON_ERROR_STOP=1 -c BEGIN -c "$(cat "$files/$1")" -c COMMIT; }

old_catalog() {
    by_hand "CREATE SCHEMA hdb_catalog;
        CREATE TABLE hdb_catalog.hdb_version (hasura_uuid uuid PRIMARY KEY, version text NOT NULL, upgraded_on timestamptz NOT NULL,
            cli_state jsonb NOT NULL DEFAULT '{}', console_state jsonb NOT NULL DEFAULT '{}');
        INSERT INTO hdb_catalog.hdb_version VALUES ('8e83df2a-065a-4c91-9248-8aa03add755d', '$1', now());
        CREATE TABLE hdb_catalog.migration_settings (setting text not null primary key, value text not null);
        INSERT INTO hdb_catalog.migration_settings VALUES ('migration_mode', 'true');
        CREATE TABLE hdb_catalog.schema_migrations (version bigint not null primary key, dirty boolean not null)"
}
new_catalog() {
    old_catalog 48
    by_hand "DROP TABLE hdb_catalog.schema_migrations; DROP TABLE hdb_catalog.migration_settings;
        ALTER TABLE hdb_catalog.hdb_version ADD ee_client_id text, ADD ee_client_secret text;
        CREATE TABLE hdb_catalog.hdb_metadata (id integer PRIMARY KEY, metadata json NOT NULL, resource_version integer NOT NULL DEFAULT 1);
        UPDATE hdb_catalog.hdb_version SET cli_state = '{\"settings\": {\"migration_mode\": \"true\"}, \"migrations\": {}, \"isStateCopyCompleted\": true}'"
}

in_table() { by_hand "INSERT INTO hdb_catalog.schema_migrations VALUES ($1, ${2:-false})"; }
# in_state <version> [dirty] [source]
in_state() {
    by_hand "UPDATE hdb_catalog.hdb_version SET cli_state = jsonb_set(
        jsonb_set(cli_state, '{migrations}', coalesce(cli_state->'migrations', '{}')),
        '{migrations,${3:-default}}', coalesce(cli_state#>'{migrations,${3:-default}}', '{}') || '{\"$1\": ${2:-false}}')"
}

# what is recorded, beside what is there
status() {
    (cd "$files" && find . -name 'up.sql' -o -name '*.up.sql' | sort)
    psql -XqAtd "$DATABASE_URL" -c "SELECT 'cli_state', cli_state FROM hdb_catalog.hdb_version"
    psql -XqAtd "$DATABASE_URL" -c "SELECT 'schema_migrations', version, dirty FROM hdb_catalog.schema_migrations ORDER BY 2" 2>/dev/null
}

authors() {
    write "${1:-}1700000000000_create_authors/up.sql" <<'SQL'
CREATE TYPE mood AS ENUM ('calm', 'wild');
CREATE TABLE authors (id integer PRIMARY KEY, name text NOT NULL, mood mood DEFAULT 'calm');
SQL
    write "${1:-}1700000000000_create_authors/down.sql" <<'SQL'
DROP TABLE authors;
DROP TYPE mood;
SQL
}

books() {
    write "${1:-}1700000100000_create_books/up.sql" <<'SQL'
CREATE TABLE books (id integer PRIMARY KEY, author_id integer NOT NULL REFERENCES authors, title text);
CREATE INDEX books_title ON books (title);
SQL
    write "${1:-}1700000100000_create_books/down.sql" <<'SQL'
DROP TABLE books;
SQL
}

shout() {
    write "${1:-}1700000200000_shout/up.sql" <<'SQL'
CREATE FUNCTION shout(title text) RETURNS text LANGUAGE plpgsql AS $$
BEGIN
    RETURN upper(title);
END;
$$;
SQL
}

all() { authors "$@"; books "$@"; shout "$@"; }
run_all() { for file in $(cd "$files" && find . -name up.sql | sort); do run_sql "$file"; done; }

situation hasura clean-in-the-table
old_catalog 43
all
run_all
in_table 1700000000000
in_table 1700000100000
in_table 1700000200000
keep status

situation hasura clean-in-the-state
new_catalog
all
run_all
in_state 1700000000000
in_state 1700000100000
in_state 1700000200000
keep status

situation hasura state-copied-from-the-table
old_catalog 48
all
run_all
in_table 1700000000000
in_table 1700000100000
in_state 1700000000000
in_state 1700000100000
in_state 1700000200000
by_hand "UPDATE hdb_catalog.hdb_version SET cli_state = cli_state || '{\"isStateCopyCompleted\": true}'"
keep status

situation hasura one-pending
new_catalog
all
run_sql 1700000000000_create_authors/up.sql
in_state 1700000000000
run_sql 1700000100000_create_books/up.sql
in_state 1700000100000
keep status

situation hasura nothing-applied
new_catalog
all
keep status

situation hasura dirty-in-the-state
new_catalog
authors
write 1700000100000_create_books/up.sql <<'SQL'
CREATE TABLE books (id integer PRIMARY KEY);
CREATE INDEX books_title ON books (title);
SQL
run_sql 1700000000000_create_authors/up.sql
in_state 1700000000000
run_sql 1700000100000_create_books/up.sql || true
in_state 1700000100000 true
keep status

situation hasura dirty-in-the-table
old_catalog 43
authors
write 1700000100000_create_books/up.sql <<'SQL'
CREATE TABLE books (id integer PRIMARY KEY);
CREATE INDEX books_title ON books (title);
SQL
run_sql 1700000000000_create_authors/up.sql
in_table 1700000000000
run_sql 1700000100000_create_books/up.sql || true
in_table 1700000100000 true
keep status

situation hasura skip-execution
new_catalog
all
run_sql 1700000000000_create_authors/up.sql
in_state 1700000000000
in_state 1700000100000
in_state 1700000200000
keep status

situation hasura rolled-back
new_catalog
all
run_all
in_state 1700000000000
in_state 1700000100000
by_hand "DROP FUNCTION shout"
keep status

situation hasura applied-file-missing
new_catalog
all
run_all
in_state 1700000000000
in_state 1700000100000
in_state 1700000200000
rm -r "$files/1700000100000_create_books"
keep status

situation hasura older-version-added-later
new_catalog
authors
shout
run_all
in_state 1700000000000
in_state 1700000200000
books
keep status

situation hasura edited-after-applying
new_catalog
all
run_all
in_state 1700000000000
in_state 1700000100000
in_state 1700000200000
sed -i 's/title text)/title text, pages integer)/' "$files/1700000100000_create_books/up.sql"
keep status

situation hasura changed-by-hand
new_catalog
all
run_all
in_state 1700000000000
in_state 1700000100000
in_state 1700000200000
by_hand "CREATE INDEX authors_by_hand ON authors (name)"
by_hand "ALTER TABLE authors DROP COLUMN mood"
keep status

situation hasura two-databases
new_catalog
authors default/
books default/
write warehouse/1700000300000_stock/up.sql <<'SQL'
CREATE TABLE stock (id integer PRIMARY KEY);
SQL
run_sql default/1700000000000_create_authors/up.sql
run_sql default/1700000100000_create_books/up.sql
in_state 1700000000000 false default
in_state 1700000100000 false default
in_state 1700000300000 false warehouse
keep status

situation hasura files-of-the-first-format
old_catalog 31
write 1550000000000_create_authors.up.sql <<'SQL'
CREATE TABLE authors (id integer PRIMARY KEY, name text NOT NULL);
SQL
write 1550000000000_create_authors.up.yaml <<'SQL'
- type: track_table
  args: {schema: public, name: authors}
SQL
write 1550000000000_create_authors.down.sql <<'SQL'
DROP TABLE authors;
SQL
write 1550000100000_track_more.up.yaml <<'SQL'
- type: reload_metadata
  args: {}
SQL
run_sql 1550000000000_create_authors.up.sql
in_table 1550000000000
in_table 1550000100000
keep status
