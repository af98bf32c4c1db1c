#!/bin/bash
# Histories made by programs of one's own: bash and psql 15, such as teams write. Needs nothing else.
#
#   SERVER=postgresql://user@host:port bash record-sql.sh
. "$(dirname "$0")/recording.sh"

# --- a runner that keeps names and checksums, each file in one transaction with its row -------------------------------------------

prepare() {
    by_hand "CREATE SCHEMA IF NOT EXISTS ops; SET client_min_messages = warning; CREATE TABLE IF NOT EXISTS ops.applied_scripts
        (script text PRIMARY KEY, sha256 text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())"
}

run() {
    prepare
    local file script
    for file in $(find "$files" -name '*.sql' | sort -V); do
        script=$(basename "$file" .sql)
        [ -n "$(psql -XAtqd "$DATABASE_URL" -c "SELECT 1 FROM ops.applied_scripts WHERE script = '$script'")" ] && continue
        psql -X1qd "$DATABASE_URL" -v ON_ERROR_STOP=1 -f "$file" -c "INSERT INTO ops.applied_scripts (script, sha256)
            VALUES ('$script', '$(sha256sum <"$file" | cut -d' ' -f1)')" || return 1
    done
}

status() {
    local file script row sum
    for file in $(find "$files" -name '*.sql' | sort -V); do
        script=$(basename "$file" .sql)
        row=$(psql -XAtqd "$DATABASE_URL" -c "SELECT sha256 FROM ops.applied_scripts WHERE script = '$script'" 2>/dev/null || true)
        sum=$(sha256sum <"$file" | cut -d' ' -f1)
        echo "$script $([ -z "$row" ] && echo pending || { [ "$row" = "$sum" ] && echo applied || echo changed; })"
    done
    psql -XAtqd "$DATABASE_URL" -c "SELECT script FROM ops.applied_scripts" 2>/dev/null | while read -r script; do
        find "$files" -name "$script.sql" | grep -q . || echo "$script has no file"
    done
}

describe() {
    cat >"$histories/sql/$name/settings.yaml"
}

names_and_checksums() {
    describe <<'YAML'
table:
  table: ops.applied_scripts
  name: script
  at: applied_at
  checksum: sha256
  algorithm: sha256
  sending: Transaction
YAML
}

shop() {
    write 1_customers.sql <<'SQL'
CREATE TABLE customers (id bigint PRIMARY KEY, email text NOT NULL UNIQUE);
SQL
    write 9_orders.sql <<'SQL'
CREATE TYPE order_state AS ENUM ('open', 'paid');
CREATE TABLE orders (id bigint PRIMARY KEY, customer_id bigint NOT NULL REFERENCES customers, state order_state NOT NULL);
SQL
    write 10_order_index.sql <<'SQL'
CREATE INDEX orders_customer_idx ON orders (customer_id);
CREATE FUNCTION order_count(c bigint) RETURNS bigint LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (SELECT count(*) FROM orders WHERE customer_id = c);
END
$$;
SQL
}

situation sql clean
shop
run
keep status
names_and_checksums

situation sql one-pending
shop
mv "$files/10_order_index.sql" "$work/"
run
mv "$work/10_order_index.sql" "$files/"
keep status
names_and_checksums

situation sql nothing-applied
shop
keep status
names_and_checksums

situation sql failed-half-way-in-a-transaction
shop
write 11_wrong.sql <<'SQL'
CREATE TABLE refunds (id bigint PRIMARY KEY);
ALTER TABLE no_such_table ADD x int;
SQL
run 2>/dev/null || true
keep status
names_and_checksums

situation sql edited-after-applying
shop
run
sed -i 's/customer_id)/customer_id, state)/' "$files/10_order_index.sql"
keep status
names_and_checksums

situation sql line-endings-count
shop
run
sed -i 's/$/\r/' "$files/1_customers.sql"
keep status
names_and_checksums

situation sql applied-file-missing
shop
write 11_refunds.sql <<'SQL'
CREATE TABLE refunds (id bigint PRIMARY KEY);
SQL
run
rm "$files/11_refunds.sql"
keep status
names_and_checksums

situation sql older-version-added-later
shop
run
write 5_tags.sql <<'SQL'
CREATE TABLE tags (id bigint PRIMARY KEY);
SQL
keep status
names_and_checksums

situation sql recorded-by-hand
shop
by_hand "CREATE TABLE customers (id bigint PRIMARY KEY, email text NOT NULL UNIQUE)"
prepare
by_hand "INSERT INTO ops.applied_scripts (script, sha256) VALUES ('1_customers', '$(sha256sum <"$files/1_customers.sql" | cut -d' ' -f1)')"
run
keep status
names_and_checksums

situation sql changed-by-hand
shop
run
by_hand "CREATE INDEX orders_by_hand ON orders (state); ALTER TABLE customers DROP email"
keep status
names_and_checksums

# --- a runner that keeps numbers, a flag and md5 as bytes, statement by statement without a transaction ---------------------------

numbered() {
    by_hand "CREATE TABLE IF NOT EXISTS db_version (version int PRIMARY KEY, md5 bytea, done boolean NOT NULL, installed timestamp)"
    local file version
    for file in $(find "$files" -name 'V*.sql' | sort -V); do
        version=$(basename "$file" | sed -E 's/^V0*([0-9]+)__.*/\1/')
        [ -n "$(psql -XAtqd "$DATABASE_URL" -c "SELECT 1 FROM db_version WHERE version = $version AND done")" ] && continue
        by_hand "INSERT INTO db_version VALUES ($version, '\\x$(md5sum <"$file" | cut -d' ' -f1)', false, now())"
        psql -Xqd "$DATABASE_URL" -v ON_ERROR_STOP=1 -f "$file" || return 1
        by_hand "UPDATE db_version SET done = true WHERE version = $version"
    done
}

numbered_status() {
    psql -Xd "$DATABASE_URL" -c "SELECT version, encode(md5, 'hex') AS md5, done FROM db_version ORDER BY version"
    (cd "$files" && md5sum V*.sql)
}

numbers_and_flag() {
    describe <<'YAML'
table:
  table: public.db_version
  name: version
  at: installed
  checksum: md5
  algorithm: md5
  success: done
  file: 'V([0-9]+)__.*\.sql'
  sending: Statements
YAML
}

numbered_shop() {
    write V001__customers.sql <<'SQL'
CREATE TABLE customers (id bigint PRIMARY KEY, email text NOT NULL);
SQL
    write V002__email_index.sql <<'SQL'
CREATE INDEX CONCURRENTLY customers_email_idx ON customers (email);
SQL
    write undo/U002__email_index.sql <<'SQL'
DROP INDEX customers_email_idx;
SQL
}

situation sql numbers-with-zeros-and-files-of-another-kind
numbered_shop
numbered
keep numbered_status
numbers_and_flag

situation sql failed-and-flagged
numbered_shop
write V003__wrong.sql <<'SQL'
CREATE TABLE refunds (id bigint PRIMARY KEY);
ALTER TABLE no_such_table ADD x int;
SQL
numbered 2>/dev/null || true
keep numbered_status
numbers_and_flag

# --- a program with a driver: one query per file, names with their suffix, no more than that in the table -------------------------

whole() {
    by_hand "CREATE TABLE IF NOT EXISTS done (file varchar(200))"
    local file
    for file in $(find "$files" -name '*.sql' | LC_ALL=C sort); do
        [ -n "$(psql -XAtqd "$DATABASE_URL" -c "SELECT 1 FROM done WHERE file = '$(basename "$file")'")" ] && continue
        psql -Xqd "$DATABASE_URL" -v ON_ERROR_STOP=1 -c "$(cat "$file")" || return 1
        by_hand "INSERT INTO done VALUES ('$(basename "$file")')"
    done
}

whole_status() {
    psql -XAtqd "$DATABASE_URL" -c "SELECT file FROM done ORDER BY 1"
}

situation sql names-with-suffix-in-the-order-of-names
write a_10.sql <<'SQL'
CREATE TABLE customers (id bigint PRIMARY KEY);
SQL
write a_9.sql <<'SQL'
CREATE TABLE orders (id bigint PRIMARY KEY, customer_id bigint REFERENCES customers);
SQL
whole
write b_1.sql <<'SQL'
ALTER TABLE orders ADD note text;
SQL
keep whole_status
describe <<'YAML'
table:
  table: public.done
  name: file
  file: '(.*)'
  order: Name
  sending: Whole
YAML
