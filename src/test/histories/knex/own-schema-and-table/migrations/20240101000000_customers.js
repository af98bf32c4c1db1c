exports.up = (knex) => knex.schema.createTable('customers', (table) => {
  table.increments();
  table.text('email').notNullable().unique();
});

exports.down = (knex) => knex.schema.dropTable('customers');
