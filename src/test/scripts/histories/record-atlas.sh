#!/bin/bash
# Records what Atlas (versioned) leaves behind: SERVER=postgresql://... ATLAS=path/to/recorder record-atlas.sh
# ATLAS is atlas/ beside this script, built: Atlas's library (v0.32.1-0.20250325101103) in the order of its commands, since the
# commands themselves were not to be had. The table is made from the columns that its source declares. PostgreSQL 15.
source "$(dirname "$0")/recording.sh"

options=()
# a connection without search_path: the table lives in a schema of its own
url() { echo "$DATABASE_URL?sslmode=disable$bound"; }
bound=
atlas() { "$ATLAS" "$1" -url "$(url)" -dir "$files" "${options[@]}" "${@:2}" >&2; }
status() { "$ATLAS" status -url "$(url)" -dir "$files" "${options[@]}"; }

authors() {
    write 20240101090000_create_authors.sql <<'SQL'
-- Create enum type "mood"
CREATE TYPE "mood" AS ENUM ('calm', 'wild');
-- Create "authors" table
CREATE TABLE "authors" ("id" integer NOT NULL, "name" text NOT NULL, "mood" "mood" NULL DEFAULT 'calm', PRIMARY KEY ("id"));
SQL
}

books() {
    write 20240102090000_create_books.sql <<'SQL'
CREATE TABLE "books" (
    "id" integer PRIMARY KEY,
    "author_id" integer NOT NULL REFERENCES "authors",
    "title" text
);
CREATE INDEX "books_title" ON "books" ("title");
SQL
}

shout() {
    write 20240103090000_shout.sql <<'SQL'
CREATE FUNCTION shout(title text) RETURNS text LANGUAGE plpgsql AS $$
BEGIN
    RETURN upper(title);
END;
$$;
SQL
}

all() { authors; books; shout; atlas hash; }

situation atlas clean
all
atlas apply
keep status

situation atlas one-pending
all
atlas apply -n 2
keep status

situation atlas nothing-applied
all
keep status

situation atlas in-the-connected-schema
all
bound='&search_path=public'
atlas apply
keep status
bound=

situation atlas with-an-identifier
all
atlas apply
by_hand "INSERT INTO atlas_schema_revisions.atlas_schema_revisions
    (version, description, type, applied, total, executed_at, execution_time, hash, operator_version)
    VALUES ('.atlas_cloud_identifier', 'b5b1ab2a-1d8f-4b3e-9b2c-0f6d1c4c7f11', 2, 0, 0, now(), 0, '', 'Atlas CLI v0.32.1')"
keep status

situation atlas fails-half-way
authors
write 20240102090000_create_books.sql <<'SQL'
CREATE TABLE books (id integer PRIMARY KEY);
CREATE INDEX books_title ON books (title);
SQL
atlas hash
atlas apply || true
keep status

situation atlas fails-half-way-without-transaction
authors
write 20240102090000_create_books.sql <<'SQL'
-- atlas:txmode none

CREATE TABLE books (id integer PRIMARY KEY);
CREATE INDEX CONCURRENTLY books_id ON books (id);
CREATE INDEX CONCURRENTLY books_title ON books (title);
SQL
atlas hash
atlas apply || true
keep status

situation atlas continues-after-a-repair
authors
write 20240102090000_create_books.sql <<'SQL'
-- atlas:txmode none

CREATE TABLE books (id integer PRIMARY KEY);
CREATE INDEX CONCURRENTLY books_title ON books (title);
SQL
atlas hash
atlas apply || true
sed -i 's/(title)/(id)/' "$files/20240102090000_create_books.sql"
atlas hash
atlas apply
keep status

situation atlas without-transaction
authors
write 20240102090000_index_names.sql <<'SQL'
-- atlas:txmode none

CREATE INDEX CONCURRENTLY authors_name ON authors (name);
CREATE INDEX CONCURRENTLY authors_mood ON authors (mood);
SQL
atlas hash
atlas apply
keep status

situation atlas all-in-one-transaction
all
atlas apply -tx-mode all
keep status

situation atlas delimiter
authors
write 20240102090000_functions.sql <<'SQL'
-- atlas:delimiter \n\n\n

CREATE FUNCTION one() RETURNS integer LANGUAGE sql BEGIN ATOMIC; SELECT 1; END;


CREATE FUNCTION two() RETURNS integer LANGUAGE sql AS $$ SELECT 2; $$
SQL
atlas hash
atlas apply
keep status

situation atlas baseline
all
by_hand "CREATE TYPE mood AS ENUM ('calm', 'wild')"
by_hand "CREATE TABLE authors (id integer PRIMARY KEY, name text NOT NULL, mood mood DEFAULT 'calm')"
by_hand "CREATE TABLE books (id integer PRIMARY KEY, author_id integer NOT NULL REFERENCES authors, title text)"
by_hand "CREATE INDEX books_title ON books (title)"
atlas apply -baseline 20240102090000
keep status

situation atlas set-forward
all
atlas apply -n 1
atlas set -to 20240103090000
keep status

situation atlas set-back
all
atlas apply
atlas set -to 20240101090000
keep status

situation atlas set-after-a-failure
authors
write 20240102090000_create_books.sql <<'SQL'
-- atlas:txmode none

CREATE TABLE books (id integer PRIMARY KEY);
CREATE INDEX books_title ON books (title);
SQL
atlas hash
atlas apply || true
atlas set -to 20240102090000
keep status

situation atlas edited-and-hashed
all
atlas apply
sed -i 's/"title" text$/"title" text, "pages" integer/' "$files/20240102090000_create_books.sql"
atlas hash
keep status

situation atlas edited-and-not-hashed
all
atlas apply
sed -i 's/"title" text$/"title" text, "pages" integer/' "$files/20240102090000_create_books.sql"
keep status

situation atlas only-line-ends-changed
all
atlas apply
sed -i 's/$/\r/' "$files/20240103090000_shout.sql"
atlas hash
keep status

situation atlas applied-file-missing
all
atlas apply
rm "$files/20240102090000_create_books.sql"
atlas hash
keep status

situation atlas older-version-added-later
authors
shout
atlas hash
atlas apply
books
atlas hash
keep status

situation atlas older-version-applied-non-linear
authors
shout
atlas hash
atlas apply
books
atlas hash
options=(-exec-order non-linear)
atlas apply
options=()
keep status

situation atlas from-a-checkpoint
authors
books
write 20240103090000_checkpoint.sql <<'SQL'
-- atlas:checkpoint

CREATE TYPE mood AS ENUM ('calm', 'wild');
CREATE TABLE authors (id integer PRIMARY KEY, name text NOT NULL, mood mood DEFAULT 'calm');
CREATE TABLE books (id integer PRIMARY KEY, author_id integer NOT NULL REFERENCES authors, title text);
CREATE INDEX books_title ON books (title);
SQL
write 20240104090000_pages.sql <<'SQL'
ALTER TABLE books ADD COLUMN pages integer;
SQL
atlas hash
atlas apply
keep status

situation atlas checkpoint-added-later
authors
books
atlas hash
atlas apply
write 20240103090000_checkpoint.sql <<'SQL'
-- atlas:checkpoint v1

CREATE TYPE mood AS ENUM ('calm', 'wild');
CREATE TABLE authors (id integer PRIMARY KEY, name text NOT NULL, mood mood DEFAULT 'calm');
CREATE TABLE books (id integer PRIMARY KEY, author_id integer NOT NULL REFERENCES authors, title text);
CREATE INDEX books_title ON books (title);
SQL
write 20240104090000_pages.sql <<'SQL'
ALTER TABLE books ADD COLUMN pages integer;
SQL
atlas hash
keep status

situation atlas changed-by-hand
all
atlas apply
by_hand "CREATE INDEX authors_by_hand ON authors (name)"
by_hand "ALTER TABLE authors DROP COLUMN mood"
keep status

situation atlas files-of-golang-migrate
write 1_create_authors.up.sql <<'SQL'
CREATE TABLE authors (id integer PRIMARY KEY);
SQL
write 1_create_authors.down.sql <<'SQL'
DROP TABLE authors;
SQL
write 2_names.up.sql <<'SQL'
ALTER TABLE authors ADD COLUMN name text;
SQL
options=(-format golang-migrate)
atlas hash
atlas apply
keep status
options=()
