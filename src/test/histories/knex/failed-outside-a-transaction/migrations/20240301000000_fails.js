exports.config = { transaction: false };

exports.up = async (knex) => {
  await knex.schema.alterTable('orders', (table) => table.text('note'));
  await knex.raw('SELECT 1 / 0');
};

exports.down = () => {};
