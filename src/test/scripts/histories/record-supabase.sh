#!/usr/bin/env bash
# Histories made by the Supabase command line on a plain PostgreSQL. Needs supabase (recorded with its Go program as of June 2026,
# 2.99) and psql on the PATH.
#
#   SERVER=postgresql://user@host:port record-supabase.sh
. "$(dirname "$0")/recording.sh"

export SUPABASE_TELEMETRY_DISABLED=1 DO_NOT_TRACK=1 HOME=$work/home
mkdir -p "$HOME"
# a server that the configuration calls its local one is reached without TLS
SUPABASE_DB_PORT=$(psql -XAtqd "$SERVER/postgres" -c '\echo :PORT')
export SUPABASE_DB_PORT

supa() {
    (cd "$files" && supabase --workdir "$files" "$@" --db-url "$DATABASE_URL" </dev/null)
}

fails() {
    if "$@" 2>/dev/null; then
        echo "$* was to fail" >&2
        exit 1
    fi
}

# a project with a supabase folder around its migrations
project() {
    situation supabase "$1"
    write supabase/config.toml <<'TOML'
project_id = "shop"
TOML
}

file() {
    write "supabase/migrations/$1.sql"
}

authors() {
    file 20240101100000_authors <<'SQL'
-- Who writes
create type mood as enum ('grave', 'merry');

create table authors (
    id bigint generated always as identity primary key,
    name text not null default 'anonymous; or so',
    mood mood not null default 'grave'
);
SQL
}

books() {
    file 20240102100000_books <<'SQL'
create table books (
    id bigint generated always as identity primary key,
    author_id bigint not null references authors (id),
    title text not null
);
create index books_title on books (title);;
alter table books enable row level security;
create policy "Books can be read; by all" on books for select using (true);
SQL
}

count_books() {
    file 20240103100000_count_books <<'SQL'
/* How many; see the catalogue */
create function count_books(author bigint) returns bigint language plpgsql stable as $body$
begin
    return (select count(*) from books where author_id = author);
end;
$body$;

create function has_books(author bigint) returns boolean language sql stable
begin atomic
    select exists (select from books where author_id = author);
end;

-- that is all
SQL
}

shop() {
    authors
    books
    count_books
}

# a program that was built without a version's number tells its own stack
told() {
    echo '$ supabase migration list'
    supa migration list 2>/dev/null || echo "exit status $?"
    echo '$ supabase db push --dry-run'
    supa db push --dry-run 2>&1 | grep -v -i $'connecting\\|new version\\|recommend\\|^$\\|^/\\|^\t' || echo "exit status $?"
}

kept() {
    rm -rf "$files/supabase/.temp"
    keep told
}

project clean
shop
supa db push
kept

project one-is-pending
authors
books
supa migration up
count_books
kept

project fails-in-its-transaction
shop
supa db push
file 20240104100000_prices <<'SQL'
create table prices (id integer primary key, amount numeric not null);
alter table publishers add column name text;
SQL
fails supa db push
kept

project an-index-is-built-concurrently
shop
file 20240104100000_index_authors <<'SQL'
create index concurrently authors_name on authors (name);
SQL
supa db push
kept

# where a statement after the first one fails, the index stays and is invalid, which a dump does not show

project repaired-as-applied
shop
supa db push
file 20240104100000_shelves <<'SQL'
create table shelves (id integer primary key);
SQL
supa migration repair --status applied 20240104100000
kept

project repaired-as-reverted
shop
supa db push
supa migration repair --status reverted 20240103100000
kept

project edited-after-it-was-applied
shop
supa db push
sed -i 's/title text not null/title varchar(80) not null/' "$files/supabase/migrations/20240102100000_books.sql"
kept

project only-line-ends-differ
shop
supa db push
sed -i 's/$/\r/' "$files/supabase/migrations/20240102100000_books.sql"
kept

project only-empty-lines-more
shop
supa db push
printf '\n\n' >>"$files/supabase/migrations/20240102100000_books.sql"
kept

project an-applied-file-is-gone
shop
supa db push
rm "$files/supabase/migrations/20240103100000_count_books.sql"
kept

project an-older-one-comes-later
shop
supa db push
file 20240102120000_shelves <<'SQL'
create table shelves (id integer primary key);
SQL
kept

project an-older-one-was-included
shop
supa db push
file 20240102120000_shelves <<'SQL'
create table shelves (id integer primary key);
SQL
supa db push --include-all
kept

project settings-do-not-reach-the-next-file
file 20240101100000_dumped <<'SQL'
SET statement_timeout = 0;
SELECT pg_catalog.set_config('search_path', '', false);
CREATE TABLE public.authors (id integer PRIMARY KEY);
RESET statement_timeout;
SQL
file 20240102100000_books <<'SQL'
create table books (id integer primary key, author_id integer not null references authors (id));
SQL
supa db push
kept

project seeded
shop
write supabase/seed.sql <<'SQL'
insert into authors (name) values ('Ada');
SQL
supa db push --include-seed
kept

# old versions made no columns for names and statements
project recorded-by-an-old-version
shop
supa db push
by_hand 'ALTER TABLE supabase_migrations.schema_migrations DROP COLUMN statements, DROP COLUMN name'
kept

project recorded-without-statements
shop
supa db push
by_hand 'UPDATE supabase_migrations.schema_migrations SET statements = NULL, name = NULL'
kept

project schemas-that-the-server-provides
by_hand 'CREATE SCHEMA auth; CREATE TABLE auth.users (id uuid PRIMARY KEY, email text); CREATE FUNCTION auth.uid() RETURNS uuid
    LANGUAGE sql STABLE AS $$ SELECT NULL::uuid $$; CREATE SCHEMA extensions'
file 20240101100000_profiles <<'SQL'
create extension if not exists "uuid-ossp" with schema extensions;
create table profiles (
    id uuid primary key references auth.users (id) on delete cascade,
    token uuid not null default extensions.uuid_generate_v4(),
    name text
);
alter table profiles enable row level security;
create policy "Own profile" on profiles for select using (auth.uid() = id);
SQL
supa db push
kept

project changed-by-hand
shop
supa db push
by_hand 'DROP INDEX books_title; ALTER TABLE authors ADD COLUMN born date; CREATE INDEX books_author ON books (author_id)'
kept

# the migrations folder alone
project only-the-migrations
shop
supa db push
whole=$files
files=$work/supabase/flat
mkdir -p "$files"
cp "$whole"/supabase/migrations/* "$files"
told_of_the_whole() {
    files=$whole told
}
keep told_of_the_whole
