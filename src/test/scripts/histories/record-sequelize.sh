# Records histories made by Sequelize: sequelize-cli 6.6.5 with sequelize 6.37.8, and Umzug 3.8.3 alone. Needs what recording.sh needs,
# Node 20 and npm.
. "$(dirname "${BASH_SOURCE[0]}")/recording.sh"

npm install --prefix "$work" --silent --no-audit --no-fund sequelize@6.37.8 sequelize-cli@6.6.5 umzug@3.8.3 pg@8.23.1
export NO_COLOR=1
more=

sequelize() {
    cat >"$files/../config.js" <<JS
module.exports = { development: { url: process.env.DATABASE_URL, dialect: 'postgres', logging: false, $more } };
JS
    (
        cd "$files/.."
        "$work/node_modules/.bin/sequelize" "$@" --config config.js --migrations-path migrations 2>&1 \
            | sed -e 's/\x1b\[[0-9;]*m//g' -e '/^Sequelize CLI/d' -e '/^Loaded/d' -e '/^Using/d' -e '/^$/d'
    )
}

status() {
    sequelize db:migrate:status
    psql -Xqd "$DATABASE_URL" -c "SELECT * FROM ${table:-\"SequelizeMeta\"} ORDER BY name"
}

customers() {
    write "$1" <<'JS'
'use strict';

/** @type {import('sequelize-cli').Migration} */
module.exports = {
  async up(queryInterface, Sequelize) {
    await queryInterface.createTable('customers', {
      id: { type: Sequelize.INTEGER, primaryKey: true, autoIncrement: true },
      email: { type: Sequelize.TEXT, allowNull: false, unique: true },
    });
  },

  async down(queryInterface) {
    await queryInterface.dropTable('customers');
  },
};
JS
}

orders() {
    write "$1" <<'JS'
'use strict';

module.exports = {
  async up(queryInterface, Sequelize) {
    await queryInterface.createTable('orders', {
      id: { type: Sequelize.INTEGER, primaryKey: true, autoIncrement: true },
      customer_id: { type: Sequelize.INTEGER, allowNull: false, references: { model: 'customers', key: 'id' } },
    });
  },

  async down(queryInterface) {
    await queryInterface.dropTable('orders');
  },
};
JS
}

note() {
    write "$1" <<JS
'use strict';

module.exports = {
  async up(queryInterface, Sequelize) {
    await queryInterface.addColumn('customers', 'note', { type: Sequelize.TEXT });${2:-}
  },

  async down(queryInterface) {
    await queryInterface.removeColumn('customers', 'note');
  },
};
JS
}

two_applied() {
    customers 20240101000000-customers.js
    orders 20240201000000-orders.js
    sequelize db:migrate >&2
}

situation sequelize clean
two_applied
keep status

situation sequelize one-pending
two_applied
note 20240301000000-note.js
keep status

# not atomic: its first statement stays, and no row tells
situation sequelize fails-half-way
two_applied
note 20240301000000-note.js "
    await queryInterface.sequelize.query('SELECT 1 / 0');"
sequelize db:migrate >&2 || true
keep status

situation sequelize undone
two_applied
sequelize db:migrate:undo >&2
keep status

# its status says "up" of a file that is not there
situation sequelize file-missing
two_applied
rm "$files/20240101000000-customers.js"
keep status

situation sequelize older-one-added-later
two_applied
note 20240115000000-note.js
keep status

situation sequelize with-times
two_applied
sequelize db:migrate:schema:timestamps:add >&2
keep status

situation sequelize other-kinds-of-files
customers 20240101000000-customers.cjs
orders 20240201000000-orders.js
write 20240201000000-orders.d.ts <<<'export {};'
write README.md <<<'# how to add one'
sequelize db:migrate >&2
keep status

more="migrationStorageTableName: 'applied', migrationStorageTableSchema: 'ops'"
table=ops.applied
situation sequelize own-schema-and-table
two_applied
note 20240301000000-note.js
keep status
more=
table=

# Umzug alone, with names that lack the extension, so that TypeScript and what is compiled of it are the same
situation sequelize umzug-without-extensions
write 2024.01.01T00.00.00.customers.js <<'JS'
exports.up = ({ context }) => context.query('CREATE TABLE customers (id serial PRIMARY KEY)');
exports.down = ({ context }) => context.query('DROP TABLE customers');
JS
write 2024.02.01T00.00.00.note.js <<'JS'
exports.up = ({ context }) => context.query('ALTER TABLE customers ADD COLUMN note text');
exports.down = ({ context }) => context.query('ALTER TABLE customers DROP COLUMN note');
JS
cat >"$work/umzug.js" <<'JS'
const { Sequelize } = require('sequelize');
const { Umzug, SequelizeStorage } = require('umzug');
const sequelize = new Sequelize(process.env.DATABASE_URL, { logging: false });
const umzug = new Umzug({
  migrations: {
    glob: `${process.argv[2]}/*.js`,
    resolve: ({ name, path, context }) => ({
      name: name.replace(/\.[jt]s$/, ''),
      up: () => require(path).up({ context }),
      down: () => require(path).down({ context }),
    }),
  },
  context: sequelize,
  storage: new SequelizeStorage({ sequelize }),
});
(async () => {
  if (process.argv[3] === 'up') await umzug.up({ step: 1 });
  console.log('executed', (await umzug.executed()).map((one) => one.name));
  console.log('pending', (await umzug.pending()).map((one) => one.name));
  await sequelize.close();
})();
JS
node "$work/umzug.js" "$files" up >&2
keep node "$work/umzug.js" "$files"
