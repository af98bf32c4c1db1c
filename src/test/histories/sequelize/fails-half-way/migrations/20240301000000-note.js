'use strict';

module.exports = {
  async up(queryInterface, Sequelize) {
    await queryInterface.addColumn('customers', 'note', { type: Sequelize.TEXT });
    await queryInterface.sequelize.query('SELECT 1 / 0');
  },

  async down(queryInterface) {
    await queryInterface.removeColumn('customers', 'note');
  },
};
