#!/bin/bash
# Records what dbmate leaves behind: SERVER=postgresql://... DBMATE=path/to/dbmate record-dbmate.sh
# Recorded with dbmate 2.36.0 (npm install dbmate) on PostgreSQL 15.
source "$(dirname "$0")/recording.sh"
DBMATE=${DBMATE:-$(type -P dbmate)}

dbmate() { "$DBMATE" --url "$DATABASE_URL?sslmode=disable" -d "$files" --no-dump-schema "$@" >&2; }
status() { "$DBMATE" --url "$DATABASE_URL?sslmode=disable" -d "$files" --no-dump-schema "$@" status; }

authors() {
    write 20240101090000_create_authors.sql <<'SQL'
-- migrate:up
CREATE TYPE mood AS ENUM ('calm', 'wild');
CREATE TABLE authors (id integer PRIMARY KEY, name text NOT NULL, mood mood DEFAULT 'calm');

-- migrate:down
DROP TABLE authors;
DROP TYPE mood;
SQL
}

books() {
    write 20240102090000_create_books.sql <<'SQL'
-- migrate:up
CREATE TABLE books (
    id integer PRIMARY KEY,
    author_id integer NOT NULL REFERENCES authors,
    title text
);
CREATE INDEX books_title ON books (title);

-- migrate:down
DROP TABLE books;
SQL
}

shout() {
    write 20240103090000_shout.sql <<'SQL'
-- Titles are loud.

-- migrate:up
CREATE FUNCTION shout(title text) RETURNS text LANGUAGE plpgsql AS $$
BEGIN
    RETURN upper(title);
END;
$$;

-- migrate:down
DROP FUNCTION shout;
SQL
}

all() { authors; books; shout; }

situation dbmate clean
all
dbmate up
keep status

situation dbmate one-pending
authors
books
dbmate up
shout
keep status

situation dbmate never-applied
all
keep status

situation dbmate fails-half-way
authors
dbmate up
write 20240102090000_create_books.sql <<'SQL'
-- migrate:up
CREATE TABLE books (id integer PRIMARY KEY, author_id integer NOT NULL REFERENCES authors);
CREATE INDEX books_title ON books (title);

-- migrate:down
DROP TABLE books;
SQL
dbmate up || true
keep status

situation dbmate fails-half-way-without-transaction
authors
dbmate up
by_hand "INSERT INTO authors VALUES (1, 'Ada'), (2, 'Ada')"
write 20240102090000_unique_names.sql <<'SQL'
-- migrate:up transaction:false
CREATE UNIQUE INDEX CONCURRENTLY authors_name ON authors (name);

-- migrate:down transaction:false
DROP INDEX CONCURRENTLY authors_name;
SQL
dbmate up || true
keep status

situation dbmate without-transaction
authors
write 20240102090000_index_names.sql <<'SQL'
-- migrate:up transaction:false
CREATE INDEX CONCURRENTLY authors_name ON authors (name);

-- migrate:down transaction:false
DROP INDEX CONCURRENTLY authors_name;
SQL
dbmate up
keep status

situation dbmate second-block-never-runs
authors
write 20240102090000_create_books.sql <<'SQL'
-- migrate:up
CREATE TABLE books (id integer PRIMARY KEY, author_id integer NOT NULL REFERENCES authors);

-- migrate:down
DROP TABLE books;

-- migrate:up
CREATE TABLE reviews (id integer PRIMARY KEY, book_id integer NOT NULL REFERENCES books);

-- migrate:down
DROP TABLE reviews;
SQL
dbmate up || true
keep status

situation dbmate second-block-without-transaction
authors
write 20240102090000_create_books.sql <<'SQL'
-- migrate:up
CREATE TABLE books (id integer PRIMARY KEY, author_id integer NOT NULL REFERENCES authors);

-- migrate:down
DROP TABLE books;

-- migrate:up transaction:false
CREATE INDEX CONCURRENTLY books_author ON books (author_id);

-- migrate:down transaction:false
DROP INDEX CONCURRENTLY books_author;
SQL
dbmate up || true
keep status

situation dbmate rolled-back
all
dbmate up
dbmate rollback
keep status

situation dbmate edited-after-applying
all
dbmate up
sed -i 's/title text$/title text, pages integer/' "$files/20240102090000_create_books.sql"
keep status

situation dbmate only-line-ends-changed
all
dbmate up
sed -i 's/$/\r/' "$files/20240102090000_create_books.sql"
keep status

situation dbmate line-ends-changed-inside-a-function
all
dbmate up
sed -i 's/$/\r/' "$files/20240103090000_shout.sql"
keep status

situation dbmate applied-file-missing
all
dbmate up
rm "$files/20240102090000_create_books.sql"
keep status

situation dbmate older-version-added-later
authors
shout
dbmate up
books
strictly() {
    status
    "$DBMATE" --url "$DATABASE_URL?sslmode=disable" -d "$files" --no-dump-schema up --strict
}
keep strictly

situation dbmate same-version-twice
authors
books
write 20240102090000_more_books.sql <<'SQL'
-- migrate:up
CREATE TABLE reviews (id integer PRIMARY KEY);
-- migrate:down
DROP TABLE reviews;
SQL
dbmate up || true
keep status

situation dbmate changed-by-hand
all
dbmate up
by_hand "CREATE INDEX authors_by_hand ON authors (name)"
by_hand "ALTER TABLE authors DROP COLUMN mood"
keep status

situation dbmate recorded-by-hand
authors
dbmate up
books
by_hand "INSERT INTO schema_migrations VALUES ('20240102090000')"
keep status

situation dbmate table-of-another-name
all
dbmate --migrations-table ops.applied up
keep status --migrations-table ops.applied

situation dbmate whole-project
project=$files
files=$project/db/migrations
all
files=$project
"$DBMATE" --url "$DATABASE_URL?sslmode=disable" -d "$files/db/migrations" -s "$files/db/schema.sql" up >&2
in_project() { "$DBMATE" --url "$DATABASE_URL?sslmode=disable" -d "$files/db/migrations" status; }
keep in_project
