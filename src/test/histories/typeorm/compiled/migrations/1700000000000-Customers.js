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
