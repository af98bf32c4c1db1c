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
