# Records histories made by node-pg-migrate 9.0.0. Needs what recording.sh needs, Node 20 and npm.
. "$(dirname "${BASH_SOURCE[0]}")/recording.sh"

npm install --prefix "$work" --silent --no-audit --no-fund node-pg-migrate@9.0.0 pg@8.23.1
export NO_COLOR=1

migrate() {
    "$work/node_modules/.bin/node-pg-migrate" "$@" --migrations-dir "$files" --no-verbose
}

rows() {
    psql -Xqd "$DATABASE_URL" -c "SELECT * FROM $1 ORDER BY run_on, id"
}

# its status is what it would run next
status() {
    rows "${table:-pgmigrations}"
    migrate up --dry-run "$@" 2>&1 | sed -e '/^ *at /d'
}

customers() {
    write "$1" <<'SQL'
-- Up Migration
CREATE TYPE status AS ENUM ('open', 'paid');
CREATE TABLE customers (
    id serial PRIMARY KEY,
    email text NOT NULL UNIQUE
);

-- Down Migration
DROP TABLE customers;
DROP TYPE status;
SQL
}

orders() {
    write "$1" <<'SQL'
-- Up Migration
CREATE TABLE orders (
    id serial PRIMARY KEY,
    customer_id integer NOT NULL REFERENCES customers,
    status status NOT NULL DEFAULT 'open'
);
CREATE INDEX orders_customer_idx ON orders (customer_id);

-- Down Migration
DROP TABLE orders;
SQL
}

# no marks: all of it is the way up, and there is no way down
paid() {
    write "$1" <<'SQL'
CREATE FUNCTION paid(customer integer) RETURNS bigint LANGUAGE plpgsql AS $$
BEGIN
  -- {customer} is no parameter here
  RETURN (SELECT count(*) FROM orders WHERE customer_id = customer AND status = 'paid');
END;
$$
SQL
}

two_applied() {
    customers 1700000000000_customers.sql
    orders 1700000100000_orders.sql
    migrate up >&2
}

situation node-pg-migrate clean
two_applied
paid 1700000200000_paid.sql
migrate up >&2
keep status

situation node-pg-migrate one-pending
two_applied
paid 1700000200000_paid.sql
keep status

# both pending ones run in one transaction: the first is undone with the second
situation node-pg-migrate second-of-two-fails
customers 1700000000000_customers.sql
migrate up >&2
by_hand "INSERT INTO customers (email) VALUES ('a@example.org'), ('A@example.org')"
orders 1700000100000_orders.sql
write 1700000200000_email-lower.sql <<'SQL'
-- Up Migration
ALTER TABLE customers ADD COLUMN name text;
CREATE UNIQUE INDEX customers_email_lower ON customers (lower(email));
SQL
migrate up >&2 || true
keep status

situation node-pg-migrate second-of-two-fails-in-its-own-transaction
customers 1700000000000_customers.sql
migrate up >&2
by_hand "INSERT INTO customers (email) VALUES ('a@example.org'), ('A@example.org')"
orders 1700000100000_orders.sql
write 1700000200000_email-lower.sql <<'SQL'
-- Up Migration
ALTER TABLE customers ADD COLUMN name text;
CREATE UNIQUE INDEX customers_email_lower ON customers (lower(email));
SQL
migrate up --no-single-transaction >&2 || true
keep status --no-single-transaction

situation node-pg-migrate undone
two_applied
migrate down >&2
keep status

situation node-pg-migrate faked
two_applied
paid 1700000200000_paid.sql
migrate up --fake >&2
keep status

# nothing is stored that could tell: only the schema does
situation node-pg-migrate edited-after-applying
two_applied
write 1700000100000_orders.sql <<'SQL'
-- Up Migration
CREATE TABLE orders (
    id serial PRIMARY KEY,
    customer_id integer NOT NULL REFERENCES customers,
    status status NOT NULL DEFAULT 'open',
    total integer
);
CREATE INDEX orders_customer_idx ON orders (customer_id);

-- Down Migration
DROP TABLE orders;
SQL
keep status

# it refuses, and names the file that took the place of the missing one
situation node-pg-migrate file-missing
two_applied
paid 1700000200000_paid.sql
migrate up >&2
rm "$files/1700000100000_orders.sql"
keep status

situation node-pg-migrate last-file-missing
two_applied
paid 1700000200000_paid.sql
migrate up >&2
rm "$files/1700000200000_paid.sql"
keep status

situation node-pg-migrate older-one-added-later
two_applied
write 1700000050000_note.sql <<'SQL'
-- Up Migration
ALTER TABLE customers ADD COLUMN note text;
SQL
keep status

situation node-pg-migrate changed-by-hand
two_applied
by_hand "CREATE INDEX orders_status_idx ON orders (status); ALTER TABLE customers DROP COLUMN email"
keep status

table=ops.applied
situation node-pg-migrate own-schema-and-table
customers 1700000000000_customers.sql
orders 1700000100000_orders.sql
migrate up --migrations-schema ops --migrations-table applied --create-migrations-schema >&2
paid 1700000200000_paid.sql
keep status --migrations-schema ops --migrations-table applied
table=

# seventeen digits are a date, thirteen a number of milliseconds: both are moments
situation node-pg-migrate dates-among-milliseconds
customers 20231114221320000_customers.sql
write 1700000050000_note.sql <<'SQL'
ALTER TABLE customers ADD COLUMN note text;
SQL
orders 20231114221500000_orders.sql
migrate up >&2
keep status

situation node-pg-migrate code
customers 1700000000000_customers.sql
write 1700000100000_orders.js <<'JS'
exports.up = (pgm) => {
  pgm.createTable('orders', {
    id: 'id',
    customer_id: { type: 'integer', notNull: true, references: 'customers' },
  });
};
JS
write 1700000200000_note.ts <<'TS'
import type { MigrationBuilder } from 'node-pg-migrate';

export async function up(pgm: MigrationBuilder): Promise<void> {
  pgm.addColumns('orders', { note: 'text' });
}
TS
migrate up >&2
write 1700000300000_total.mjs <<'JS'
export const up = (pgm) => {
  pgm.addColumns('orders', { total: 'integer' });
};
JS
keep status

# outside a transaction its first statement stays, and no row tells
situation node-pg-migrate code-failed-outside-a-transaction
customers 1700000000000_customers.sql
migrate up >&2
by_hand "INSERT INTO customers (email) VALUES ('a@example.org'), ('A@example.org')"
write 1700000100000_lower.js <<'JS'
exports.up = (pgm) => {
  pgm.noTransaction();
  pgm.addColumns('customers', { name: 'text' });
  pgm.sql('CREATE UNIQUE INDEX CONCURRENTLY customers_email_lower ON customers (lower(email))');
};
JS
migrate up >&2 || true
keep status

# the loader "sql" of version 9 takes a file for each direction
situation node-pg-migrate a-file-for-each-direction
write 1700000000000_customers.up.sql <<'SQL'
CREATE TABLE customers (id serial PRIMARY KEY, email text NOT NULL UNIQUE)
SQL
write 1700000000000_customers.down.sql <<'SQL'
DROP TABLE customers
SQL
cat >"$work/up.mjs" <<'JS'
import { runner } from 'node-pg-migrate';
await runner({
  databaseUrl: process.env.DATABASE_URL, dir: process.argv[2], direction: 'up', migrationsTable: 'pgmigrations',
  dryRun: process.argv[3] === '--dry-run', verbose: false,
  migrationLoaderStrategies: [{ extensions: ['.sql'], loader: 'sql' }],
});
JS
node "$work/up.mjs" "$files" >&2
write 1700000100000_orders.up.sql <<'SQL'
CREATE TABLE orders (id serial PRIMARY KEY, customer_id integer NOT NULL REFERENCES customers);
SQL
status_of_the_loader() {
    rows pgmigrations
    node "$work/up.mjs" "$files" --dry-run
}
keep status_of_the_loader
