module.exports = class Customers1700000000000 {
  name = 'Customers1700000000000';

  async up(queryRunner) {
    await queryRunner.query(`CREATE TABLE customers (id serial PRIMARY KEY, email text NOT NULL UNIQUE)`);
  }

  async down(queryRunner) {
    await queryRunner.query(`DROP TABLE customers`);
  }
};
