# Records histories made by TypeORM 1.1.1. Needs what recording.sh needs, Node 20 and npm.
. "$(dirname "${BASH_SOURCE[0]}")/recording.sh"

npm install --prefix "$work" --silent --no-audit --no-fund typeorm@1.1.1 pg@8.23.1
export NO_COLOR=1 FORCE_COLOR=0
more=

typeorm() {
    cat >"$files/../data-source.js" <<JS
const { DataSource } = require('typeorm');
module.exports = new DataSource({
  type: 'postgres', url: process.env.DATABASE_URL, migrations: [__dirname + '/migrations/*.js'], $more
});
JS
    "$work/node_modules/.bin/typeorm" "$@" --dataSource "$files/../data-source.js" | sed -e 's/\x1b\[[0-9;]*m//g'
}

status() {
    typeorm migration:show 2>&1
    psql -Xqd "$DATABASE_URL" -c "SELECT * FROM ${1:-migrations} ORDER BY id"
}

customers() {
    write "$1" <<'JS'
module.exports = class Customers1700000000000 {
  name = 'Customers1700000000000';

  async up(queryRunner) {
    await queryRunner.query(`CREATE TABLE customers (id serial PRIMARY KEY, email text NOT NULL UNIQUE)`);
  }

  async down(queryRunner) {
    await queryRunner.query(`DROP TABLE customers`);
  }
};
JS
}

# no name of its own: the class has it
orders() {
    write "$1" <<'JS'
const { Table } = require('typeorm');

class CreateOrders1700000100000 {
  async up(queryRunner) {
    await queryRunner.query(`CREATE TABLE orders (id serial PRIMARY KEY, customer_id integer NOT NULL REFERENCES customers)`);
  }

  async down(queryRunner) {
    await queryRunner.query(`DROP TABLE orders`);
  }
}

module.exports = { CreateOrders1700000100000 };
JS
}

note() {
    write "$1" <<JS
module.exports = class Note$2 {
  ${3:-}
  async up(queryRunner) {
    await queryRunner.query(\`ALTER TABLE customers ADD COLUMN note text\`);${4:-}
  }

  async down(queryRunner) {
    await queryRunner.query(\`ALTER TABLE customers DROP COLUMN note\`);
  }
};
JS
}

fails='
    await queryRunner.query(`SELECT 1 / 0`);'

# the second file bears another name than its class
two_applied() {
    customers 1700000000000-Customers.js
    orders 1700000100000-orders.js
    typeorm migration:run >&2
}

situation typeorm clean
two_applied
keep status

situation typeorm one-pending
two_applied
note 1700000200000-Note.js 1700000200000
keep status

situation typeorm fails-half-way
two_applied
note 1700000200000-Note.js 1700000200000 '' "$fails"
typeorm migration:run >&2 || true
keep status

situation typeorm second-of-two-fails-in-its-own-transaction
customers 1700000000000-Customers.js
typeorm migration:run >&2
orders 1700000100000-orders.js
note 1700000200000-Note.js 1700000200000 '' "$fails"
typeorm migration:run --transaction each >&2 || true
keep status

# its first statement stays, and no row tells
situation typeorm failed-outside-a-transaction
two_applied
note 1700000200000-Note.js 1700000200000 'transaction = false;' "$fails"
typeorm migration:run --transaction each >&2 || true
keep status

situation typeorm faked
two_applied
note 1700000200000-Note.js 1700000200000
typeorm migration:run --fake >&2
keep status

situation typeorm reverted
two_applied
typeorm migration:revert >&2
keep status

situation typeorm file-missing
two_applied
rm "$files/1700000000000-Customers.js"
keep status

situation typeorm older-one-added-later
two_applied
note 1700000050000-Note.js 1700000050000
keep status

# a project: the compiled files run, their types and maps lie beside them
situation typeorm compiled
write 1700000000000-Customers.js <<'JS'
"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.Customers1700000000000 = void 0;
class Customers1700000000000 {
    constructor() {
        this.name = 'Customers1700000000000';
    }
    async up(queryRunner) {
        await queryRunner.query(`CREATE TABLE customers (id serial PRIMARY KEY)`);
    }
    async down(queryRunner) {
        await queryRunner.query(`DROP TABLE customers`);
    }
}
exports.Customers1700000000000 = Customers1700000000000;
//# sourceMappingURL=1700000000000-Customers.js.map
JS
write 1700000000000-Customers.d.ts <<'TS'
import { MigrationInterface, QueryRunner } from "typeorm";
export declare class Customers1700000000000 implements MigrationInterface {
    name: string;
    up(queryRunner: QueryRunner): Promise<void>;
    down(queryRunner: QueryRunner): Promise<void>;
}
TS
write 1700000000000-Customers.js.map <<<'{"version":3,"file":"1700000000000-Customers.js","sources":[],"mappings":""}'
typeorm migration:run >&2
keep status

more="schema: 'ops', migrationsTableName: 'typeorm_history'"
situation typeorm own-schema-and-table
by_hand 'CREATE SCHEMA ops'
two_applied
note 1700000200000-Note.js 1700000200000
keep status ops.typeorm_history
