# Records histories made by Knex 3.3.0. Needs what recording.sh needs, Node 20 and npm.
. "$(dirname "${BASH_SOURCE[0]}")/recording.sh"

npm install --prefix "$work" --silent --no-audit --no-fund knex@3.3.0 pg@8.23.1
export NO_COLOR=1
more=

knex() {
    cat >"$files/../knexfile.js" <<JS
module.exports = { client: 'pg', connection: process.env.DATABASE_URL, migrations: { directory: './migrations', $more } };
JS
    "$work/node_modules/.bin/knex" "$@" --knexfile "$files/../knexfile.js"
}

status() {
    knex migrate:list 2>&1
    psql -Xqd "$DATABASE_URL" -c "SELECT * FROM ${table:-knex_migrations} ORDER BY id" -c "SELECT * FROM ${table:-knex_migrations}_lock"
}

customers() {
    write "$1" <<'JS'
exports.up = (knex) => knex.schema.createTable('customers', (table) => {
  table.increments();
  table.text('email').notNullable().unique();
});

exports.down = (knex) => knex.schema.dropTable('customers');
JS
}

orders() {
    write "$1" <<'JS'
exports.up = (knex) => knex.schema.createTable('orders', (table) => {
  table.increments();
  table.integer('customer_id').notNullable().references('customers.id');
});

exports.down = (knex) => knex.schema.dropTable('orders');
JS
}

note() {
    write "$1" <<'JS'
exports.up = async function (knex) {
  await knex.schema.alterTable('orders', (table) => table.text('note'));
};

exports.down = async function (knex) {
  await knex.schema.alterTable('orders', (table) => table.dropColumn('note'));
};
JS
}

two_applied() {
    customers 20240101000000_customers.js
    orders 20240201000000_orders.js
    knex migrate:latest >&2
}

situation knex clean
two_applied
note 20240301000000_note.js
knex migrate:latest >&2
keep status

situation knex one-pending
two_applied
note 20240301000000_note.js
keep status

# the batch is one transaction: nothing of it stays
situation knex second-of-two-fails
customers 20240101000000_customers.js
knex migrate:latest >&2
orders 20240201000000_orders.js
write 20240301000000_fails.js <<'JS'
exports.up = async (knex) => {
  await knex.schema.alterTable('orders', (table) => table.text('note'));
  await knex.raw('SELECT 1 / 0');
};

exports.down = () => {};
JS
knex migrate:latest >&2 || true
keep status

# its first statement stays, and no row tells
situation knex failed-outside-a-transaction
two_applied
write 20240301000000_fails.js <<'JS'
exports.config = { transaction: false };

exports.up = async (knex) => {
  await knex.schema.alterTable('orders', (table) => table.text('note'));
  await knex.raw('SELECT 1 / 0');
};

exports.down = () => {};
JS
knex migrate:latest >&2 || true
keep status

situation knex killed-while-it-held-the-lock
two_applied
write 20240301000000_dies.js <<'JS'
exports.config = { transaction: false };
exports.up = async () => process.exit(1);
exports.down = () => {};
JS
knex migrate:latest >&2 || true
keep status

situation knex rolled-back
two_applied
note 20240301000000_note.js
knex migrate:latest >&2
knex migrate:rollback >&2
keep status

situation knex file-missing
two_applied
rm "$files/20240101000000_customers.js"
keep status

situation knex older-one-added-later
two_applied
note 20240115000000_note.js
keep status

# recorded by ts-node, shipped as compiled: to Knex these are other migrations
situation knex compiled-after-it-was-applied
customers 20240101000000_customers.ts
knex migrate:latest >&2
mv "$files/20240101000000_customers.ts" "$files/20240101000000_customers.js"
orders 20240201000000_orders.js
keep status

situation knex other-kinds-of-files
customers 20240101000000_customers.cjs
orders 20240201000000_orders.js
write README.md <<<'# how to add one'
write helpers/columns.js <<<'module.exports = {};'
knex migrate:latest >&2
keep status

more="tableName: 'Applied', schemaName: 'ops'"
table='ops."Applied"'
situation knex own-schema-and-table
by_hand 'CREATE SCHEMA ops'
two_applied
note 20240301000000_note.js
status_of_ops() {
    knex migrate:list 2>&1
    psql -Xqd "$DATABASE_URL" -c 'SELECT * FROM ops."Applied" ORDER BY id' -c 'SELECT * FROM ops."Applied_lock"'
}
keep status_of_ops
