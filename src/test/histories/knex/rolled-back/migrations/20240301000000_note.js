exports.up = async function (knex) {
  await knex.schema.alterTable('orders', (table) => table.text('note'));
};

exports.down = async function (knex) {
  await knex.schema.alterTable('orders', (table) => table.dropColumn('note'));
};
