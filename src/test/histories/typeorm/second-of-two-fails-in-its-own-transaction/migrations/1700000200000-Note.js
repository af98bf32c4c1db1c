module.exports = class Note1700000200000 {
  
  async up(queryRunner) {
    await queryRunner.query(`ALTER TABLE customers ADD COLUMN note text`);
    await queryRunner.query(`SELECT 1 / 0`);
  }

  async down(queryRunner) {
    await queryRunner.query(`ALTER TABLE customers DROP COLUMN note`);
  }
};
