exports.up = (knex) => knex.schema.createTable('orders', (table) => {
  table.increments();
  table.integer('customer_id').notNullable().references('customers.id');
});

exports.down = (knex) => knex.schema.dropTable('orders');
