# Records histories made by Kysely 0.29.9: its Migrator with FileMigrationProvider. Needs what recording.sh needs, Node 20 and npm.
. "$(dirname "${BASH_SOURCE[0]}")/recording.sh"

npm install --prefix "$work" --silent --no-audit --no-fund kysely@0.29.9 pg@8.23.1
more='{}'

cat >"$work/kysely.mjs" <<'JS'
import { promises as fs } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { Kysely, PostgresDialect } from 'kysely';
import { FileMigrationProvider, Migrator } from 'kysely/migration';

const [migrationFolder, more, command] = process.argv.slice(2);
const db = new Kysely({ dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString: process.env.DATABASE_URL }) }) });
const migrator = new Migrator({ db, provider: new FileMigrationProvider({ fs, path, migrationFolder }), ...eval(`(${more})`) });
if (command === 'list') {
  for (const { name, executedAt } of await migrator.getMigrations()) {
    console.log(executedAt ? `[x] ${name} ${executedAt.toISOString()}` : `[ ] ${name}`);
  }
} else {
  const { error, results = [] } = command === 'down' ? await migrator.migrateDown() : await migrator.migrateToLatest();
  results.forEach((it) => console.log(`${it.direction} ${it.migrationName}: ${it.status}`));
  if (error) {
    console.log(`${error.message}`);
    process.exitCode = 1;
  }
}
await db.destroy();
JS

kysely() {
    node "$work/kysely.mjs" "$files" "$more" "$1"
}

status() {
    kysely list
    psql -Xqd "$DATABASE_URL" -c "SELECT * FROM ${1:-kysely_migration} ORDER BY timestamp"
    echo next:
    on_a_copy kysely latest
}

customers() {
    write "$1" <<'JS'
import { sql } from 'kysely';

export async function up(db) {
  await db.schema
    .createTable('customers')
    .addColumn('id', 'serial', (col) => col.primaryKey())
    .addColumn('email', 'text', (col) => col.notNull().unique())
    .execute();
  await sql`COMMENT ON TABLE customers IS 'who buys'`.execute(db);
}

export async function down(db) {
  await db.schema.dropTable('customers').execute();
}
JS
}

orders() {
    write "$1" <<'JS'
export async function up(db) {
  await db.schema
    .createTable('orders')
    .addColumn('id', 'serial', (col) => col.primaryKey())
    .addColumn('customer_id', 'integer', (col) => col.notNull().references('customers.id'))
    .execute();
}

export async function down(db) {
  await db.schema.dropTable('orders').execute();
}
JS
}

note() {
    write "$1" <<JS
export async function up(db) {
  await db.schema.alterTable('customers').addColumn('note', 'text').execute();${2:-}
}

export async function down(db) {
  await db.schema.alterTable('customers').dropColumn('note').execute();
}
JS
}

two_applied() {
    customers 2024-01-01_customers.mjs
    orders 2024-02-01_orders.mjs
    kysely latest >&2
}

situation kysely clean
two_applied
keep status

situation kysely one-pending
two_applied
note 2024-03-01_note.mjs
keep status

# all that is pending is one transaction
situation kysely second-of-two-fails
customers 2024-01-01_customers.mjs
kysely latest >&2
orders 2024-02-01_orders.mjs
note 2024-03-01_note.mjs "
  throw new Error('half-way');"
kysely latest >&2 || true
keep status

# its first statement stays, and no row tells
situation kysely failed-outside-a-transaction
two_applied
note 2024-03-01_note.mjs "
  throw new Error('half-way');"
more='{ disableTransactions: true }'
kysely latest >&2 || true
keep status
more='{}'

situation kysely undone
two_applied
kysely down >&2
keep status

situation kysely file-missing
two_applied
rm "$files/2024-01-01_customers.mjs"
keep status

# it refuses, unless it is told to take them in any order
situation kysely older-one-added-later
two_applied
note 2024-01-15_note.mjs
keep status

situation kysely older-one-added-later-and-allowed
two_applied
note 2024-01-15_note.mjs
more='{ allowUnorderedMigrations: true }'
kysely latest >&2
keep status
more='{}'

more="{ migrationTableName: 'applied', migrationLockTableName: 'applied_lock', migrationTableSchema: 'ops' }"
situation kysely own-schema-and-table
two_applied
note 2024-03-01_note.mjs
keep status ops.applied
more='{}'

situation kysely types-beside-the-files
two_applied
write 2024-01-01_customers.d.mts <<<'export declare function up(db: unknown): Promise<void>;'
write README.md <<<'# how to add one'
keep status
