#!/bin/bash
# Records what golang-migrate leaves behind: SERVER=postgresql://... MIGRATE=path/to/migrate MIGRATE_PGX5=path record-golang-migrate.sh
# MIGRATE is built with -tags postgres, MIGRATE_PGX5 with -tags pgx5. Recorded with golang-migrate 4.20.1 on PostgreSQL 15.
source "$(dirname "$0")/recording.sh"
MIGRATE=${MIGRATE:-$(type -P migrate)}

options=
url() { echo "$DATABASE_URL?sslmode=disable$options"; }
migrate() { "$MIGRATE" -path "$files" -database "$(url)" "$@" >&2; }
pgx5() { "$MIGRATE_PGX5" -path "$files" -database "$(url | sed 's/^postgresql:/pgx5:/')" "$@" >&2; }
status() { "$MIGRATE" -path "$files" -database "$(url)" version; }
# where it changes nothing
status_and_up() { status; "$MIGRATE" -path "$files" -database "$(url)" up 2>&1; }

authors() {
    write 000001_create_authors.up.sql <<'SQL'
CREATE TYPE mood AS ENUM ('calm', 'wild');
CREATE TABLE authors (id integer PRIMARY KEY, name text NOT NULL, mood mood DEFAULT 'calm');
SQL
    write 000001_create_authors.down.sql <<'SQL'
DROP TABLE authors;
DROP TYPE mood;
SQL
}

books() {
    write 000002_create_books.up.sql <<'SQL'
CREATE TABLE books (
    id integer PRIMARY KEY,
    author_id integer NOT NULL REFERENCES authors,
    title text
);
CREATE INDEX books_title ON books (title);
SQL
    write 000002_create_books.down.sql <<'SQL'
DROP TABLE books;
SQL
}

shout() {
    write 000003_shout.up.sql <<'SQL'
CREATE FUNCTION shout(title text) RETURNS text LANGUAGE plpgsql AS $$
BEGIN
    RETURN upper(title);
END;
$$;
SQL
    write 000003_shout.down.sql <<'SQL'
DROP FUNCTION shout;
SQL
}

all() { authors; books; shout; }

situation golang-migrate clean
all
migrate up
keep status_and_up

situation golang-migrate clean-by-pgx5
all
pgx5 up
keep status_and_up

situation golang-migrate one-pending
all
migrate up 2
keep status

situation golang-migrate nothing-applied
all
migrate version || true
keep status

situation golang-migrate fails-half-way
authors
migrate up
write 000002_create_books.up.sql <<'SQL'
CREATE TABLE books (id integer PRIMARY KEY);
CREATE INDEX books_title ON books (title);
SQL
migrate up || true
keep status_and_up

situation golang-migrate fails-after-its-own-commit
authors
migrate up
write 000002_create_books.up.sql <<'SQL'
BEGIN;
CREATE TABLE books (id integer PRIMARY KEY);
COMMIT;
BEGIN;
CREATE INDEX books_title ON books (title);
COMMIT;
SQL
migrate up || true
keep status_and_up

situation golang-migrate fails-half-way-concurrently
authors
migrate up
by_hand "INSERT INTO authors VALUES (1, 'Ada'), (2, 'Ada')"
write 000002_unique_names.up.sql <<'SQL'
CREATE UNIQUE INDEX CONCURRENTLY authors_name ON authors (name);
SQL
pgx5 up || true
keep status_and_up

situation golang-migrate concurrently
authors
write 000002_index_names.up.sql <<'SQL'
CREATE INDEX CONCURRENTLY authors_name ON authors (name);
SQL
migrate up
keep status

situation golang-migrate repaired-by-force-and-up
authors
migrate up
write 000002_create_books.up.sql <<'SQL'
CREATE TABLE books (id integer PRIMARY KEY, title txt);
SQL
migrate up || true
sed -i 's/txt/text/' "$files/000002_create_books.up.sql"
migrate force 1
migrate up
keep status

situation golang-migrate forced-forward
all
migrate up 1
migrate force 3
keep status_and_up

situation golang-migrate forced-back
all
migrate up
migrate force 1
keep status

situation golang-migrate forced-to-nothing
all
migrate up
migrate force -- -1
keep status

situation golang-migrate goto
all
migrate up
migrate goto 2
keep status

situation golang-migrate all-the-way-down
all
migrate up
migrate down -all
keep status

situation golang-migrate down-fails
all
migrate up
by_hand "DROP FUNCTION shout"
migrate down 1 || true
keep status_and_up

situation golang-migrate down-fails-at-the-first
authors
migrate up
by_hand "CREATE TABLE pets (id integer, mood mood)"
migrate down -all || true
keep status_and_up

situation golang-migrate gaps-and-timestamps
write 7_create_authors.up.sql <<'SQL'
CREATE TABLE authors (id integer PRIMARY KEY);
SQL
write 0010_names.up.sql <<'SQL'
ALTER TABLE authors ADD COLUMN name text;
SQL
write 20240105090000_born.up.sql <<'SQL'
ALTER TABLE authors ADD COLUMN born date;
SQL
write 9_nothing.down.sql <<'SQL'
SELECT 1;
SQL
write README.md <<'SQL'
No migration.
SQL
migrate up 3
keep status

situation golang-migrate edited-after-applying
all
migrate up
sed -i 's/title text$/title text, pages integer/' "$files/000002_create_books.up.sql"
keep status_and_up

situation golang-migrate only-line-ends-changed
all
migrate up
sed -i 's/$/\r/' "$files/000002_create_books.up.sql"
keep status_and_up

situation golang-migrate current-file-missing
all
migrate up
rm "$files"/000003*
keep status_and_up

situation golang-migrate earlier-file-missing
all
migrate up
rm "$files"/000002*
keep status_and_up

situation golang-migrate older-version-added-later
authors
shout
migrate up
books
keep status_and_up

situation golang-migrate changed-by-hand
all
migrate up
by_hand "CREATE INDEX authors_by_hand ON authors (name)"
by_hand "ALTER TABLE authors DROP COLUMN mood"
keep status_and_up

situation golang-migrate table-of-another-name
all
by_hand 'CREATE SCHEMA "Ops"'
options='&x-migrations-table="Ops"."versions"&x-migrations-table-quoted=1'
migrate up
keep status
options=
