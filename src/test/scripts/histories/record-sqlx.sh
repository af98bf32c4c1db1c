#!/usr/bin/env bash
# Histories made by sqlx-cli. Needs sqlx (recorded with 0.9.0: cargo install sqlx-cli --no-default-features --features
# postgres,rustls) and psql on the PATH.
#
#   SERVER=postgresql://user@host:port record-sqlx.sh
. "$(dirname "$0")/recording.sh"

migrate() {
    sqlx migrate "$1" --source "$files" "${@:2}"
}

# fails <command...>   for what sqlx is expected to refuse
fails() {
    if "$@" 2>/dev/null; then
        echo "$* was to fail" >&2
        exit 1
    fi
}

authors() {
    write "$1" <<'SQL'
CREATE TYPE mood AS ENUM ('grave', 'merry');
CREATE TABLE authors (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name text NOT NULL,
    mood mood NOT NULL DEFAULT 'grave'
);
SQL
}

books() {
    write "$1" <<'SQL'
CREATE TABLE books (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    author_id bigint NOT NULL REFERENCES authors (id),
    title text NOT NULL
);
CREATE INDEX books_title ON books (title);
SQL
}

count_books() {
    write "$1" <<'SQL'
CREATE FUNCTION count_books(author bigint) RETURNS bigint LANGUAGE sql STABLE AS $$
    SELECT count(*) FROM books WHERE author_id = author;
$$;
SQL
}

shop() {
    authors 20240101100000_authors.sql
    books 20240102100000_books_and_titles.sql
    count_books 20240103100000_count_books.sql
}

reversible_shop() {
    authors 20240101100000_authors.up.sql
    write 20240101100000_authors.down.sql <<'SQL'
DROP TABLE authors;
DROP TYPE mood;
SQL
    books 20240102100000_books.up.sql
    write 20240102100000_books.down.sql <<'SQL'
DROP TABLE books;
SQL
    count_books 20240103100000_count_books.up.sql
    write 20240103100000_count_books.down.sql <<'SQL'
DROP FUNCTION count_books(bigint);
SQL
}

# what the two commands that look at a history say of it
told() {
    echo '$ sqlx migrate info'
    sqlx migrate info --source "$files" || echo "exit status $?"
    echo '$ sqlx migrate run --dry-run'
    sqlx migrate run --source "$files" --dry-run || echo "exit status $?"
}

situation sqlx clean
shop
migrate run
keep told

situation sqlx reversible-and-two-are-pending
reversible_shop
migrate run --target-version 20240101100000
keep told

situation sqlx the-last-is-reverted
reversible_shop
migrate run
migrate revert
keep told

situation sqlx versions-are-numbers
authors 1_authors.sql
books 2_books.sql
count_books 0010_count_books.sql
write 9_shelves.sql <<'SQL'
CREATE TABLE shelves (id integer PRIMARY KEY);
SQL
write README.md <<'SQL'
Not a migration, and neither is
SQL
write seeds.sql <<'SQL'
INSERT INTO authors (name) VALUES ('Nobody');
SQL
migrate run --target-version 9
keep told

situation sqlx fails-in-its-transaction
shop
migrate run --target-version 20240102100000
write 20240103100000_count_books.sql <<'SQL'
CREATE TABLE prices (id integer PRIMARY KEY, amount numeric NOT NULL);
ALTER TABLE publishers ADD COLUMN name text;
SQL
fails migrate run
keep told

situation sqlx fails-half-way-without-a-transaction
shop
migrate run
write 20240104100000_prices.sql <<'SQL'
-- no-transaction
CREATE TABLE prices (id integer PRIMARY KEY, amount numeric NOT NULL);
COMMIT;
CREATE INDEX prices_amount ON prices (amount);
ALTER TABLE publishers ADD COLUMN name text;
SQL
fails migrate run
keep told

situation sqlx an-index-is-built-concurrently
shop
write 20240104100000_index_authors.sql <<'SQL'
-- no-transaction
CREATE INDEX CONCURRENTLY authors_name ON authors (name);
SQL
migrate run
keep told

situation sqlx edited-after-it-was-applied
shop
migrate run
sed -i 's/title text NOT NULL/title varchar(80) NOT NULL/' "$files/20240102100000_books_and_titles.sql"
keep told

situation sqlx only-line-ends-differ
shop
migrate run
sed -i 's/$/\r/' "$files/20240102100000_books_and_titles.sql"
keep told

situation sqlx only-an-empty-line-more
shop
migrate run
echo >>"$files/20240102100000_books_and_titles.sql"
keep told

situation sqlx renamed-with-the-same-version
shop
migrate run
mv "$files/20240102100000_books_and_titles.sql" "$files/20240102100000_books.sql"
keep told

situation sqlx an-applied-file-is-gone
shop
migrate run
rm "$files/20240103100000_count_books.sql"
keep told

situation sqlx an-applied-file-is-gone-and-ignored
shop
migrate run
rm "$files/20240102100000_books_and_titles.sql"
write 20240104100000_shelves.sql <<'SQL'
CREATE TABLE shelves (id integer PRIMARY KEY);
SQL
migrate run --ignore-missing
keep told

situation sqlx an-older-one-comes-later
shop
migrate run
write 20240102120000_shelves.sql <<'SQL'
CREATE TABLE shelves (id integer PRIMARY KEY);
SQL
keep told

situation sqlx marked-as-not-successful
shop
migrate run --target-version 20240102100000
# sqlx writes no such row for PostgreSQL; it reads it, and calls the database dirty
by_hand 'UPDATE _sqlx_migrations SET success = false WHERE version = 20240102100000; DROP INDEX books_title'
keep told

situation sqlx cut-off-before-the-time-was-written
shop
migrate run
by_hand 'UPDATE _sqlx_migrations SET execution_time = -1 WHERE version = 20240103100000'
keep told

situation sqlx the-history-was-lost
shop
migrate run
by_hand 'DROP TABLE _sqlx_migrations'
# info makes the table anew
keep told

situation sqlx changed-by-hand
shop
migrate run
by_hand 'DROP INDEX books_title; ALTER TABLE authors ADD COLUMN born date; CREATE INDEX books_author ON books (author_id)'
keep told
