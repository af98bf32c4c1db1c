#!/usr/bin/env bash
# Records what Flyway leaves in a database, for HistoriesIT: SERVER=postgresql://user@host:port FLYWAY=/path/to/flyway record-flyway.sh
#
# Recorded with Flyway Community 11.20.3 (flyway-commandline and flyway-database-postgresql of Maven Central) on PostgreSQL 15. FLYWAY is
# the program's launcher. The situation with a Java migration needs javac and FLYWAY_CORE=/path/to/flyway-core.jar, and is left out without.
# shellcheck source=recording.sh
. "$(dirname "$0")/recording.sh"

url() {
    local rest=${DATABASE_URL#postgresql://}
    echo "jdbc:postgresql://${rest#*@}"
}

# flyway <arguments>   as a team runs it; `options` holds what its configuration would say
flyway() {
    "$FLYWAY" -url="$(url)" -user="$(sed -E 's#^postgresql://([^@:]*).*#\1#' <<<"$DATABASE_URL")" -locations="${locations:-filesystem:$files}" \
        "${options[@]}" "$@" 2>&1 | sed -e '/^Flyway OSS Edition/d' -e '/^See release notes/d' -e '/^Database: /d' -e '/^$/d' -e '/^WARNING: .*[Uu]nsafe/d'
}

status() {
    flyway info
    flyway validate
}

# begin <name>   a situation with three migrations of a shop
begin() {
    options=()
    locations=
    situation flyway "$1"
}

customers() {
    write "${1:-V1__customers.sql}" <<'SQL'
CREATE TABLE customers (
    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    email text NOT NULL UNIQUE
);
SQL
}

orders() {
    write "${1:-V2__orders.sql}" <<'SQL'
CREATE TABLE orders (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    customer_id integer NOT NULL REFERENCES customers (id),
    placed_at timestamptz NOT NULL DEFAULT now()
);

CREATE INDEX orders_customer_idx ON orders (customer_id);
SQL
}

order_status() {
    write "${1:-V3__order_status.sql}" <<'SQL'
CREATE TYPE order_status AS ENUM ('new', 'paid; sent');
ALTER TABLE orders ADD COLUMN status order_status NOT NULL DEFAULT 'new';

CREATE FUNCTION open_orders(customer integer) RETURNS bigint LANGUAGE plpgsql AS $$
BEGIN
    -- a semicolon; in a comment
    RETURN (SELECT count(*) FROM orders WHERE customer_id = customer AND status = 'new');
END;
$$;
SQL
}

totals() {
    write "${1:-R__customer_totals.sql}" <<'SQL'
CREATE OR REPLACE VIEW customer_totals AS
SELECT c.id, count(o.id) AS orders FROM customers c LEFT JOIN orders o ON o.customer_id = c.id GROUP BY c.id;
SQL
}

totals_with_email() {
    write R__customer_totals.sql <<'SQL'
CREATE OR REPLACE VIEW customer_totals AS
SELECT c.id, count(o.id) AS orders, c.email FROM customers c LEFT JOIN orders o ON o.customer_id = c.id GROUP BY c.id;
SQL
}

three() {
    customers
    orders
    order_status
}

begin clean
three
totals
flyway migrate
keep status

begin one-migration-behind
three
flyway -target=2 migrate
keep status

begin nothing-applied-yet
three
keep status

begin versions-are-numbers
customers V1__customers.sql
orders V1_2__orders.sql
write V1.10__notes.sql <<<'ALTER TABLE orders ADD COLUMN note text;'
write V01.3.0__note_length.sql <<<'ALTER TABLE orders ADD COLUMN length integer;'
order_status V20240301120000__order_status.sql
flyway -target=1.3 migrate
keep status

begin a-repeatable-was-edited
customers
orders
totals
flyway migrate
totals_with_email
keep status

begin a-repeatable-ran-again
customers
orders
totals
flyway migrate
totals_with_email
flyway migrate
keep status

begin a-repeatable-is-missing
customers
orders
totals
flyway migrate
rm "$files/R__customer_totals.sql"
keep status

begin failed-in-a-transaction
customers
orders
write V3__prices.sql <<'SQL'
ALTER TABLE orders ADD COLUMN price numeric;
ALTER TABLE orders ADD COLUMN price numeric;
SQL
flyway migrate || true
keep status

# the row of a failure is lost with the transaction that holds Flyway's lock, unless that lock is of the session
begin failed-without-a-transaction
customers
orders
write V3__prices.sql <<'SQL'
ALTER TABLE orders ADD COLUMN price numeric;
ALTER TABLE order_lines ADD COLUMN price numeric;
ALTER TABLE orders ADD COLUMN discount numeric;
SQL
write V3__prices.sql.conf <<<'executeInTransaction=false'
flyway migrate || true
keep status

begin failed-without-a-transaction-and-recorded
options=(-postgresql.transactional.lock=false)
customers
orders
write V3__prices.sql <<'SQL'
ALTER TABLE orders ADD COLUMN price numeric;
ALTER TABLE order_lines ADD COLUMN price numeric;
ALTER TABLE orders ADD COLUMN discount numeric;
SQL
write V3__prices.sql.conf <<<'executeInTransaction=false'
flyway migrate || true
keep status

begin an-index-made-concurrently
options=(-postgresql.transactional.lock=false)
customers
orders
write V3__orders_placed_idx.sql <<'SQL'
-- runs on a busy table
CREATE INDEX CONCURRENTLY orders_placed_idx ON orders (placed_at);
SQL
flyway migrate
keep status

begin mixed-statements
options=(-postgresql.transactional.lock=false -mixed=true)
customers
orders
write V3__notes.sql <<'SQL'
ALTER TABLE orders ADD COLUMN note text;
CREATE INDEX CONCURRENTLY orders_note_idx ON orders (note);
CREATE FUNCTION shout(note text) RETURNS text LANGUAGE sql AS $$ SELECT upper(note || '; !'); $$;
SQL
flyway migrate
keep status

begin mixed-statements-failed
options=(-postgresql.transactional.lock=false -mixed=true)
customers
orders
write V3__notes.sql <<'SQL'
ALTER TABLE orders ADD COLUMN note text;
CREATE INDEX CONCURRENTLY orders_note_idx ON orders (notes);
SQL
flyway migrate || true
keep status

begin a-repeatable-failed
options=(-postgresql.transactional.lock=false)
customers
orders
write R__customer_totals.sql <<'SQL'
CREATE OR REPLACE VIEW customer_totals AS SELECT id FROM customers;
CREATE OR REPLACE VIEW order_totals AS SELECT total FROM orders;
SQL
write R__customer_totals.sql.conf <<<'executeInTransaction=false'
flyway migrate || true
keep status

begin repaired-after-a-failure
options=(-postgresql.transactional.lock=false)
customers
orders
write V3__prices.sql <<'SQL'
ALTER TABLE orders ADD COLUMN price numeric;
ALTER TABLE order_lines ADD COLUMN price numeric;
SQL
write V3__prices.sql.conf <<<'executeInTransaction=false'
flyway migrate || true
flyway repair
keep status

begin repaired-after-a-file-went
three
totals
write V1.1__phones.sql <<<'ALTER TABLE customers ADD COLUMN phone text;'
flyway migrate
rm "$files/V1.1__phones.sql" "$files/R__customer_totals.sql"
flyway repair
keep status

begin deleted-and-applied-again
three
write V1.1__phones.sql <<<'ALTER TABLE customers ADD COLUMN phone text;'
flyway migrate
rm "$files/V1.1__phones.sql"
flyway repair
by_hand 'ALTER TABLE customers DROP COLUMN phone'
write V1.1__phones.sql <<<'ALTER TABLE customers ADD COLUMN phone varchar(20);'
flyway -outOfOrder=true migrate
keep status

begin checksum-repaired-after-an-edit
three
flyway migrate
echo "CREATE INDEX orders_status_idx ON orders (status);" >>"$files/V3__order_status.sql"
flyway repair
keep status

begin baseline-on-what-was-there
three
by_hand "$(cat "$files/V1__customers.sql")"
flyway -baselineVersion=1 -baselineDescription='before Flyway' baseline
flyway migrate
keep status

begin baseline-without-the-older-files
by_hand 'CREATE TABLE customers (id integer PRIMARY KEY, email text)'
write V2__notes.sql <<<'CREATE TABLE notes (id integer PRIMARY KEY, body text);'
flyway -baselineVersion=1 -baselineOnMigrate=true migrate
keep status

begin baseline-migration-on-an-empty-database
customers
orders
write B2__customers_and_orders.sql <<'SQL'
CREATE TABLE customers (id integer PRIMARY KEY, email text NOT NULL);
CREATE TABLE orders (id bigint PRIMARY KEY, customer_id integer NOT NULL REFERENCES customers);
SQL
order_status
flyway migrate
keep status

begin baseline-migration-added-later
three
flyway migrate
write B2__customers_and_orders.sql <<'SQL'
CREATE TABLE customers (id integer PRIMARY KEY, email text NOT NULL);
CREATE TABLE orders (id bigint PRIMARY KEY, customer_id integer NOT NULL REFERENCES customers);
SQL
write B3__all.sql <<<'CREATE TABLE everything (id integer)'
keep status

begin baseline-migration-to-run
customers
orders
write B2__customers_and_orders.sql <<'SQL'
CREATE TABLE customers (id integer PRIMARY KEY, email text NOT NULL);
CREATE TABLE orders (id bigint PRIMARY KEY, customer_id integer NOT NULL REFERENCES customers);
SQL
write B1__customers.sql <<<'CREATE TABLE customers (id integer PRIMARY KEY, email text NOT NULL);'
order_status
keep status

begin undo-files-beside
three
write U2__orders.sql <<<'DROP TABLE orders;'
write U3__order_status.sql <<<'DROP FUNCTION open_orders; ALTER TABLE orders DROP COLUMN status; DROP TYPE order_status;'
flyway migrate
keep status

begin an-older-version-added-later
customers
orders
flyway migrate
write V1.1__phones.sql <<<'ALTER TABLE customers ADD COLUMN phone text;'
keep status

begin applied-out-of-order
customers
orders
flyway migrate
write V1.1__phones.sql <<<'ALTER TABLE customers ADD COLUMN phone text;'
flyway -outOfOrder=true migrate
keep status

begin edited-after-it-was-applied
three
flyway migrate
sed -i 's/placed_at timestamptz/ordered_at timestamptz/' "$files/V2__orders.sql"
keep status

begin only-line-endings-and-blank-lines-differ
three
flyway migrate
for file in V1__customers V2__orders; do
    { printf '\357\273\277'; sed -e 's/$/\r/' -e 's/^CREATE/\r\n&/' "$files/$file.sql"; printf '\r\n\r\n'; } >"$work/edited" && mv "$work/edited" "$files/$file.sql"
done
printf '%s' "$(cat "$files/V3__order_status.sql")" >"$files/V3__order_status.sql"
keep status

begin only-trailing-blanks-differ
three
flyway migrate
sed -i 's/;$/; /' "$files/V2__orders.sql"
keep status

begin renamed-after-it-was-applied
three
flyway migrate
mv "$files/V2__orders.sql" "$files/V2__orders_of_customers.sql"
keep status

begin an-applied-file-is-missing
three
write V1.1__phones.sql <<<'ALTER TABLE customers ADD COLUMN phone text;'
flyway migrate
rm "$files/V1.1__phones.sql"
keep status

begin the-database-is-ahead
three
flyway migrate
rm "$files/V3__order_status.sql"
keep status

begin changed-by-hand
three
totals
flyway migrate
by_hand 'CREATE INDEX orders_placed_idx ON orders (placed_at)'
by_hand 'ALTER TABLE customers DROP COLUMN email'
keep status

begin recorded-without-being-run
three
flyway -target=1 migrate
flyway -skipExecutingMigrations=true migrate
keep status

begin placeholders
options=(-placeholders.reader=app_reader -placeholders.Suffix=_v1)
customers
write V2__view.sql <<'SQL'
CREATE VIEW ${flyway:defaultSchema}.emails${suffix} AS SELECT email FROM customers;
COMMENT ON VIEW emails${SUFFIX} IS 'for ${reader}, by ${flyway:filename}, see ${flyway:table}';
SQL
write R__emails_of_customers.sql <<'SQL'
CREATE OR REPLACE VIEW emails${suffix} AS SELECT email FROM customers WHERE email <> '${reader}';
SQL
write V3__template.sql <<'SQL'
COMMENT ON TABLE customers IS 'Dear ${name}';
SQL
write V3__template.sql.conf <<<'placeholderReplacement=false'
flyway migrate
keep status

begin placeholders-with-another-value
options=(-placeholders.suffix=_v1)
customers
write R__emails.sql <<'SQL'
CREATE OR REPLACE VIEW emails AS SELECT email AS email${suffix} FROM customers;
SQL
write V2__emails.sql <<'SQL'
CREATE VIEW plain_emails AS SELECT email AS email${suffix} FROM customers;
SQL
flyway migrate
options=(-placeholders.suffix=_v2)
keep status

begin another-schema-and-table
options=(-defaultSchema=shop -table=migrations)
three
flyway migrate
keep status

begin folders-within-folders
customers customers/V1__customers.sql
orders orders/2024/V2__orders.sql
order_status orders/2025/V3__order_status.sql
totals views/R__customer_totals.sql
flyway migrate
keep status

begin a-whole-project
locations="filesystem:$files/src/main/resources/db/migration"
customers src/main/resources/db/migration/V1__customers.sql
orders src/main/resources/db/migration/orders/V2__orders.sql
write src/main/resources/application.properties <<<'spring.flyway.enabled=true'
write pom.xml <<<'<project/>'
flyway migrate
keep status

begin callbacks
customers
orders
write beforeMigrate.sql <<<'SET statement_timeout = 60000;'
write afterMigrate__grants.sql <<<'CREATE OR REPLACE VIEW orders_today AS SELECT id FROM orders;'
write afterEachMigrate.sql <<<'SELECT 1;'
flyway migrate
keep status

begin several-statements-in-one-file-with-a-commit
customers
orders
write V3__notes.sql <<'SQL'
ALTER TABLE orders ADD COLUMN note text;
COMMIT;
ALTER TABLE orders ADD COLUMN note text;
SQL
flyway migrate || true
keep status

begin names-that-are-no-migrations
three
write V4.sql <<<'SELECT 1;'
write V5_no_separator.sql <<<'SELECT 1;'
write Vx__no_version.sql <<<'SELECT 1;'
write R2__repeatable_with_a_version.sql <<<'SELECT 1;'
write v6__small_letter.sql <<<'SELECT 1;'
write V7__capital_suffix.SQL <<<'ALTER TABLE orders ADD COLUMN capital integer;'
write readme.sql <<<'SELECT 1;'
write V8__.sql <<<'ALTER TABLE orders ADD COLUMN undescribed integer;'
flyway migrate
keep status

if [ -n "${FLYWAY_CORE:-}" ]; then
    begin a-java-migration
    customers
    write db/migration/V2__Lower_emails.java <<'JAVA'
package db.migration;

import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

public class V2__Lower_emails extends BaseJavaMigration {

    @Override
    public void migrate(Context context) throws Exception {
        try (var statement = context.getConnection().createStatement()) {
            statement.execute("ALTER TABLE customers ADD CONSTRAINT lower_emails CHECK (email = lower(email))");
        }
    }
}
JAVA
    mkdir -p "$work/classes" "$work/jars"
    javac -d "$work/classes" -cp "$FLYWAY_CORE" "$files/db/migration/V2__Lower_emails.java"
    (cd "$work/classes" && jar cf "$work/jars/migrations.jar" .)
    locations="filesystem:$files,classpath:db/migration"
    options=(-jarDirs="$work/jars")
    orders V3__orders.sql
    flyway migrate
    keep status
fi
