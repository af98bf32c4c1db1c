#!/bin/bash
# Records what goose leaves behind: SERVER=postgresql://... GOOSE=path/to/goose GOOSE_WITH_GO=path record-goose.sh
# GOOSE_WITH_GO is goose/main.go beside this script, built: a program with a migration in Go.
# Recorded with goose 3.30.1 on PostgreSQL 15.
source "$(dirname "$0")/recording.sh"
GOOSE=${GOOSE:-$(type -P goose)}

goose() { "$GOOSE" -dir "$files" "${options[@]}" postgres "$DATABASE_URL" "$@" >&2; }
status() { "$GOOSE" -dir "$files" "${options[@]}" postgres "$DATABASE_URL" status 2>&1 | sed 's/^[0-9/]* [0-9:]* //'; }
options=()

authors() {
    write 00001_create_authors.sql <<'SQL'
-- +goose Up
CREATE TYPE mood AS ENUM ('calm', 'wild');
CREATE TABLE authors (id integer PRIMARY KEY, name text NOT NULL, mood mood DEFAULT 'calm');

-- +goose Down
DROP TABLE authors;
DROP TYPE mood;
SQL
}

books() {
    write 00002_create_books.sql <<'SQL'
-- The Up part is what follows.
-- +goose Up
CREATE TABLE books (
    id integer PRIMARY KEY,
    author_id integer NOT NULL REFERENCES authors, -- a comment; within
    title text
);

-- kept: buffer is empty
CREATE INDEX books_title ON books (title); CREATE INDEX books_author ON books (author_id);

-- +goose Down
DROP TABLE books;
SQL
}

shout() {
    write 00003_shout.sql <<'SQL'
-- +goose Up
-- +goose StatementBegin
CREATE FUNCTION shout(title text) RETURNS text LANGUAGE plpgsql AS $$
BEGIN
    -- loud
    RETURN upper(title);

END;
$$;
-- +goose StatementEnd

-- +goose Down
-- +goose StatementBegin
DROP FUNCTION shout;
-- +goose StatementEnd
SQL
}

all() { authors; books; shout; }

situation goose clean
all
goose up
keep status

situation goose one-pending
authors
books
goose up
shout
keep status

situation goose initialised-only
authors
goose status
keep status

situation goose fails-half-way
authors
goose up
write 00002_create_books.sql <<'SQL'
-- +goose Up
CREATE TABLE books (id integer PRIMARY KEY);
CREATE INDEX books_title ON books (title);
-- +goose Down
DROP TABLE books;
SQL
goose up || true
keep status

situation goose fails-half-way-without-transaction
authors
goose up
by_hand "INSERT INTO authors VALUES (1, 'Ada'), (2, 'Ada')"
write 00002_unique_names.sql <<'SQL'
-- +goose NO TRANSACTION
-- +goose Up
CREATE INDEX CONCURRENTLY authors_mood ON authors (mood);
ALTER TABLE authors ADD UNIQUE (name);
-- +goose Down
DROP INDEX CONCURRENTLY authors_mood;
SQL
goose up || true
keep status

situation goose without-transaction
authors
write 00002_index_names.sql <<'SQL'
-- +goose NO TRANSACTION
-- +goose Up
CREATE INDEX CONCURRENTLY authors_name ON authors (name);
CREATE INDEX CONCURRENTLY authors_mood ON authors (mood);
-- +goose Down
DROP INDEX CONCURRENTLY authors_name;
DROP INDEX CONCURRENTLY authors_mood;
SQL
goose up
keep status

situation goose down
all
goose up
goose down
keep status

# old versions of goose wrote a row for every step down; what they left is still read
situation goose down-by-an-old-version
all
goose up
by_hand "DROP FUNCTION shout; INSERT INTO goose_db_version (version_id, is_applied) VALUES (3, false)"
keep status

situation goose up-again-after-an-old-down
all
goose up
by_hand "DROP FUNCTION shout; INSERT INTO goose_db_version (version_id, is_applied) VALUES (3, false)"
"$GOOSE" -dir "$files" postgres "$DATABASE_URL" up >&2 || true
by_hand "INSERT INTO goose_db_version (version_id, is_applied) VALUES (3, true)"
by_hand "CREATE FUNCTION shout(title text) RETURNS text LANGUAGE plpgsql AS \$\$
BEGIN
    -- loud
    RETURN upper(title);

END;
\$\$"
keep status

situation goose edited-after-applying
all
goose up
sed -i 's/title text$/title text, pages integer/' "$files/00002_create_books.sql"
keep status

situation goose only-line-ends-changed
all
goose up
sed -i 's/$/\r/' "$files"/*.sql
keep status

situation goose applied-with-windows-line-ends
all
sed -i 's/$/\r/' "$files"/*.sql
goose up
keep status

situation goose applied-file-missing
all
goose up
rm "$files/00002_create_books.sql"
keep status

situation goose older-version-added-later
authors
shout
goose up
books
refuses() { status; "$GOOSE" -dir "$files" postgres "$DATABASE_URL" up 2>&1 | sed 's/^[0-9/]* [0-9:]* //'; }
keep refuses

situation goose older-version-applied-with-allow-missing
authors
shout
goose up
books
options=(-allow-missing)
goose up
keep status
options=()

situation goose fixed-to-a-sequence
authors
write 20240105090000_create_books.sql <<'SQL'
-- +goose Up
CREATE TABLE books (id integer PRIMARY KEY);
-- +goose Down
DROP TABLE books;
SQL
goose up
"$GOOSE" -dir "$files" fix >&2
keep status

situation goose no-versioning
all
options=(-no-versioning)
goose up
options=()
without_table() { "$GOOSE" -dir "$files" -no-versioning postgres "$DATABASE_URL" status 2>&1 | sed 's/^[0-9/]* [0-9:]* //'; }
keep without_table

situation goose table-of-another-name
all
by_hand "CREATE SCHEMA ops"
options=(-table ops.versions)
goose up
keep status
options=()

situation goose variables
authors
write 00002_create_books.sql <<'SQL'
-- +goose Up
-- +goose ENVSUB ON
CREATE TABLE ${BOOKS:-books} (id integer PRIMARY KEY, title text DEFAULT '$TITLE');
-- +goose ENVSUB OFF
CREATE FUNCTION price() RETURNS text LANGUAGE sql AS $$ SELECT '${PRICE}' $$;
-- +goose Down
DROP TABLE books;
SQL
TITLE=untitled goose up
keep status

situation goose go-migration
authors
write 00002_born.go <<'GO'
package migrations

func init() { goose.AddMigrationContext(up, down) }
GO
write 00003_create_books.sql <<'SQL'
-- +goose Up
CREATE TABLE books (id integer PRIMARY KEY, author_id integer REFERENCES authors);
-- +goose Down
DROP TABLE books;
SQL
"$GOOSE_WITH_GO" "$DATABASE_URL" "$files" up >&2
with_go() { "$GOOSE_WITH_GO" "$DATABASE_URL" "$files" status 2>&1 | sed 's/^[0-9/]* [0-9:]* //'; }
keep with_go

situation goose changed-by-hand
all
goose up
by_hand "CREATE INDEX authors_by_hand ON authors (name)"
by_hand "ALTER TABLE authors DROP COLUMN mood"
keep status

situation goose recorded-by-hand
authors
goose up
books
by_hand "INSERT INTO goose_db_version (version_id, is_applied) VALUES (2, true)"
keep status
