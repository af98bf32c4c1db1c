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
