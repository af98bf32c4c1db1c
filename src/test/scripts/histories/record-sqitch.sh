#!/usr/bin/env bash
# Histories made by Sqitch. Needs sqitch (recorded with 1.3.1, Debian's sqitch and libdbd-pg-perl) and psql on the PATH.
#
#   SERVER=postgresql://user@host:port record-sqitch.sh
. "$(dirname "$0")/recording.sh"

read -r PGHOST PGPORT PGUSER < <(psql -XAtqd "$SERVER/postgres" -c '\echo :HOST :PORT :USER')
export PGHOST PGPORT PGUSER
export SQITCH_FULLNAME='Ada Reader' SQITCH_EMAIL=ada@example.com
export SQITCH_USER_CONFIG=/dev/null SQITCH_SYSTEM_CONFIG=/dev/null LC_ALL=C.UTF-8

project() {
    situation sqitch "$1"
    unset SQITCH_TARGET
    in_project init "${2:-shop}" --engine pg "${@:3}"
    export SQITCH_TARGET=db:pg:$database
}

in_project() {
    (cd "$files" && sqitch --quiet "$@")
}

# fails <command...>   for what Sqitch is expected to refuse
fails() {
    if in_project "$@" 2>/dev/null; then
        echo "sqitch $* was to fail" >&2
        exit 1
    fi
}

# change <name> <note> [options] <<'SQL'   a change whose deploy script comes from standard input
change() {
    in_project add "$1" --note "$2" "${@:3}" --without verify
    write "deploy/$1.sql"
}

undo() {
    write "revert/$1.sql"
}

authors() {
    change authors 'Who writes' <<'SQL'
BEGIN;

CREATE TYPE mood AS ENUM ('grave', 'merry');
CREATE TABLE authors (
    id integer PRIMARY KEY,
    name text NOT NULL,
    mood mood NOT NULL DEFAULT 'grave'
);

COMMIT;
SQL
    undo authors <<'SQL'
BEGIN;
DROP TABLE authors;
DROP TYPE mood;
COMMIT;
SQL
}

books() {
    change books 'What they write' --requires authors <<'SQL'
BEGIN;

CREATE TABLE books (
    id integer PRIMARY KEY,
    author_id integer NOT NULL REFERENCES authors (id),
    title text NOT NULL
);
CREATE INDEX books_title ON books (title);

COMMIT;
SQL
    undo books <<'SQL'
BEGIN;
DROP TABLE books;
COMMIT;
SQL
}

count_books() {
    change count_books 'How many' --requires books --requires authors <<'SQL'
BEGIN;

CREATE FUNCTION count_books(author integer) RETURNS bigint LANGUAGE sql STABLE AS $$
    SELECT count(*) FROM books WHERE author_id = author;
$$;

COMMIT;
SQL
    undo count_books <<'SQL'
BEGIN;
DROP FUNCTION count_books(integer);
COMMIT;
SQL
}

shop() {
    authors
    books
    in_project tag v1.0 --note 'First shelf'
    count_books
}

told() {
    cd "$files"
    for command in status check 'log --format oneline --no-color'; do
        echo "\$ sqitch $command"
        # shellcheck disable=SC2086
        sqitch $command 2>&1 || echo "exit status $?"
    done
}

project clean
shop
in_project deploy
keep told

project one-change-is-pending
shop
in_project deploy --to-change @v1.0
keep told

project nothing-is-deployed
shop
keep told

project fails-in-its-transaction
authors
in_project deploy
change prices 'What they cost' <<'SQL'
BEGIN;
CREATE TABLE prices (id integer PRIMARY KEY, amount numeric NOT NULL);
ALTER TABLE publishers ADD COLUMN name text;
COMMIT;
SQL
undo prices <<'SQL'
DROP TABLE IF EXISTS prices;
SQL
fails deploy
keep told

project fails-without-a-transaction
authors
in_project deploy
change prices 'What they cost' <<'SQL'
CREATE TABLE prices (id integer PRIMARY KEY, amount numeric NOT NULL);
ALTER TABLE publishers ADD COLUMN name text;
CREATE INDEX prices_amount ON prices (amount);
SQL
undo prices <<'SQL'
DROP TABLE IF EXISTS prices;
SQL
fails deploy
keep told

project failed-twice-then-deployed
authors
in_project deploy
change prices 'What they cost' <<'SQL'
BEGIN;
CREATE TABLE prices (id integer PRIMARY KEY, amount numeric NOT NULL);
ALTER TABLE publishers ADD COLUMN name text;
COMMIT;
SQL
undo prices <<'SQL'
DROP TABLE IF EXISTS prices;
SQL
fails deploy
fails deploy
write deploy/prices.sql <<'SQL'
BEGIN;
CREATE TABLE prices (id integer PRIMARY KEY, amount numeric NOT NULL);
COMMIT;
SQL
in_project deploy
keep told

project verify-fails-and-all-is-reverted
authors
in_project deploy
books
in_project add prices --note 'What they cost' --with verify
write deploy/prices.sql <<'SQL'
BEGIN;
CREATE TABLE prices (id integer PRIMARY KEY);
COMMIT;
SQL
undo prices <<'SQL'
BEGIN;
DROP TABLE prices;
COMMIT;
SQL
write verify/prices.sql <<'SQL'
SELECT amount FROM prices WHERE false;
SQL
fails deploy --verify
keep told

project the-last-change-is-reverted
shop
in_project deploy
in_project revert --to-change books -y
keep told

project reverted-and-deployed-again
shop
in_project deploy
in_project revert --to-change books -y
in_project deploy
keep told

project logged-without-being-run
shop
in_project deploy --to-change authors
in_project deploy --log-only
keep told

project edited-after-it-was-deployed
shop
in_project deploy
sed -i 's/title text NOT NULL/title varchar(80) NOT NULL/' "$files/deploy/books.sql"
keep told

project only-line-ends-differ
shop
in_project deploy
sed -i 's/$/\r/' "$files/deploy/books.sql"
keep told

project a-script-is-gone
shop
in_project deploy
rm "$files/deploy/books.sql"
keep told

project a-deployed-change-is-not-in-the-plan
shop
in_project deploy
sed -i '/^count_books /d' "$files/sqitch.plan"
rm "$files"/*/count_books.sql
keep told

project a-change-is-planned-before-deployed-ones
authors
books
in_project deploy
change shelves 'Where they stand' <<'SQL'
BEGIN;
CREATE TABLE shelves (id integer PRIMARY KEY);
COMMIT;
SQL
undo shelves <<'SQL'
DROP TABLE shelves;
SQL
# its line moves up between the two, as a merge of branches may have it
moved=$(grep '^shelves ' "$files/sqitch.plan")
sed -i -e '/^shelves /d' "$files/sqitch.plan"
sed -i -e "/^authors /a $moved" "$files/sqitch.plan"
keep told

project a-planned-line-was-reworded
shop
in_project deploy
sed -i 's/# What they write/# What they have written/' "$files/sqitch.plan"
keep told

reworked() {
    shop
    in_project tag v2.0 --note 'Second shelf'
    "$@"
    in_project rework count_books --note 'Count no untitled ones'
    write deploy/count_books.sql <<'SQL'
BEGIN;

CREATE OR REPLACE FUNCTION count_books(author integer) RETURNS bigint LANGUAGE sql STABLE AS $$
    SELECT count(*) FROM books WHERE author_id = author AND title <> '';
$$;

COMMIT;
SQL
}

project a-change-is-reworked
reworked in_project deploy
in_project deploy
keep told

project a-rework-is-pending
reworked in_project deploy
keep told

project two-projects-in-one-registry
shop
in_project deploy
mine=$files
files=$work/sqitch/other
mkdir -p "$files"
env -u SQITCH_TARGET bash -c 'cd "$1" && sqitch --quiet init stock --engine pg' _ "$files"
change stock 'What there is' <<'SQL'
BEGIN;
CREATE SCHEMA stock;
CREATE TABLE stock.items (id integer PRIMARY KEY);
COMMIT;
SQL
in_project deploy
files=$mine
count=$(psql -XAtqd "$DATABASE_URL" -c 'SELECT count(*) FROM sqitch.projects')
test "$count" = 2
keep told

project folders-and-registry-by-other-names shop --uri https://example.com/shop/ --top-dir db --plan-file db/changes.plan \
    --registry bookkeeping --extension psql
shop_elsewhere() {
    in_project add authors --note 'Who writes' --without verify
    write db/deploy/authors.psql <<'SQL'
CREATE TABLE authors (id integer PRIMARY KEY, name text NOT NULL);
SQL
    in_project add shelf/books --note 'What they write' --requires authors --without verify
    write db/deploy/shelf/books.psql <<'SQL'
CREATE TABLE books (id integer PRIMARY KEY, author_id integer NOT NULL REFERENCES authors (id));
SQL
}
shop_elsewhere
in_project deploy
keep told

project psql-commands-in-a-script
authors
change books 'What they write' <<'SQL'
\set ON_ERROR_STOP on
BEGIN;
CREATE TABLE :"shelf".books (id integer PRIMARY KEY);
\ir ../deploy/more.sql
COMMIT;
SQL
write deploy/more.sql <<'SQL'
CREATE TABLE more (id integer PRIMARY KEY);
SQL
in_project deploy --set shelf=public
keep told

project changed-by-hand-after-deploying
shop
in_project deploy
by_hand 'DROP INDEX books_title; ALTER TABLE authors ADD COLUMN born date; CREATE INDEX books_author ON books (author_id)'
keep told
