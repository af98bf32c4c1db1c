#!/usr/bin/env bash
# Histories made by Diesel's command line. Needs diesel (recorded with 2.3.14: cargo install diesel_cli
# --no-default-features --features postgres) and psql on the PATH.
#
#   SERVER=postgresql://user@host:port record-diesel.sh
. "$(dirname "$0")/recording.sh"

# without diesel.toml nothing is generated from the schema
run() {
    (cd "$work" && diesel migration --migration-dir "$files" --config-file "$work/diesel.toml" "$@")
}

fails() {
    if "$@" 2>/dev/null; then
        echo "$* was to fail" >&2
        exit 1
    fi
}

authors() {
    write "$1/up.sql" <<'SQL'
CREATE TYPE mood AS ENUM ('grave', 'merry');
CREATE TABLE authors (
    id SERIAL PRIMARY KEY,
    name VARCHAR NOT NULL,
    mood mood NOT NULL DEFAULT 'grave'
);
SQL
    write "$1/down.sql" <<'SQL'
DROP TABLE authors;
DROP TYPE mood;
SQL
}

books() {
    write "$1/up.sql" <<'SQL'
CREATE TABLE books (
    id SERIAL PRIMARY KEY,
    author_id INTEGER NOT NULL REFERENCES authors (id),
    title TEXT NOT NULL
);
CREATE INDEX books_title ON books (title);
SQL
    write "$1/down.sql" <<'SQL'
DROP TABLE books;
SQL
}

count_books() {
    write "$1/up.sql" <<'SQL'
CREATE FUNCTION count_books(author INTEGER) RETURNS BIGINT LANGUAGE sql STABLE AS $$
    SELECT count(*) FROM books WHERE author_id = author;
$$;
SQL
    write "$1/down.sql" <<'SQL'
DROP FUNCTION count_books(INTEGER);
SQL
}

shop() {
    authors 2024-01-01-100000_authors
    books 2024-01-02-100000_books
    count_books 2024-01-03-100000_count_books
}

told() {
    echo '$ diesel migration list'
    run list || echo "exit status $?"
    echo '$ diesel migration pending'
    run pending || echo "exit status $?"
}

situation diesel clean
# diesel setup writes diesel.toml and 00000000000000_diesel_initial_setup
mkdir -p "$work/setup"
(cd "$work/setup" && touch Cargo.toml && mkdir -p migrations && diesel setup >/dev/null)
cp -r "$work/setup/migrations/." "$files/"
rm -f "$files/.keep" "$files/.diesel_lock"
shop
run run
keep told

situation diesel one-is-pending
authors 2024-01-01-100000_authors
books 2024-01-02-100000_books
run run
count_books 2024-01-03-100000_count_books
keep told

situation diesel versions-are-texts
authors 00000000000001_authors
books 2024-01-02-100000_books-with-titles
count_books 20240103_count
run run
write 1_shelves/up.sql <<'SQL'
CREATE TABLE shelves (id INTEGER PRIMARY KEY);
SQL
write README.md <<'SQL'
Not a migration, and neither is what begins with a dot.
SQL
write .hidden/notes.txt <<'SQL'
SQL
keep told

situation diesel fails-in-its-transaction
shop
run run
write 2024-01-04-100000_prices/up.sql <<'SQL'
CREATE TABLE prices (id INTEGER PRIMARY KEY, amount NUMERIC NOT NULL);
ALTER TABLE publishers ADD COLUMN name TEXT;
SQL
fails run run
keep told

situation diesel fails-half-way-without-a-transaction
shop
run run
write 2024-01-04-100000_prices/metadata.toml <<'SQL'
run_in_transaction = false
SQL
write 2024-01-04-100000_prices/up.sql <<'SQL'
CREATE TABLE prices (id INTEGER PRIMARY KEY, amount NUMERIC NOT NULL);
COMMIT;
ALTER TABLE publishers ADD COLUMN name TEXT;
SQL
fails run run
keep told

situation diesel an-index-is-built-concurrently
shop
write 2024-01-04-100000_index_authors/metadata.toml <<'SQL'
# CREATE INDEX CONCURRENTLY stands in no transaction
run_in_transaction = false
SQL
write 2024-01-04-100000_index_authors/up.sql <<'SQL'
CREATE INDEX CONCURRENTLY authors_name ON authors (name);
SQL
run run
keep told

situation diesel a-search-path-stays-in-its-file
shop
write 2024-01-01-120000_archive/up.sql <<'SQL'
CREATE SCHEMA archive;
SET search_path TO archive;
CREATE TABLE notes (id INTEGER PRIMARY KEY);
SET search_path TO DEFAULT;
SQL
run run
keep told

situation diesel the-last-is-reverted
shop
run run
run revert
keep told

situation diesel redone
shop
run run
run redo
keep told

situation diesel edited-after-it-was-applied
shop
run run
sed -i 's/title TEXT NOT NULL/title VARCHAR(80) NOT NULL/' "$files/2024-01-02-100000_books/up.sql"
keep told

situation diesel an-applied-folder-is-gone
shop
run run
rm -r "$files/2024-01-02-100000_books"
keep told

situation diesel an-older-one-comes-later
shop
run run
write 2024-01-02-090000_shelves/up.sql <<'SQL'
CREATE TABLE shelves (id INTEGER PRIMARY KEY);
SQL
keep told

situation diesel recorded-by-hand
shop
run run
write 2024-01-04-100000_shelves/up.sql <<'SQL'
CREATE TABLE shelves (id INTEGER PRIMARY KEY);
SQL
by_hand "INSERT INTO __diesel_schema_migrations (version) VALUES ('20240104100000')"
keep told

situation diesel changed-by-hand
shop
run run
by_hand 'DROP INDEX books_title; ALTER TABLE authors ADD COLUMN born DATE; CREATE INDEX books_author ON books (author_id)'
keep told
