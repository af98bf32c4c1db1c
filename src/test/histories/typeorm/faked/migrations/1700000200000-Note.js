module.exports = class Note1700000200000 {
  
  async up(queryRunner) {
    await queryRunner.query(`ALTER TABLE customers ADD COLUMN note text`);
  }

  async down(queryRunner) {
    await queryRunner.query(`ALTER TABLE customers DROP COLUMN note`);
  }
};
