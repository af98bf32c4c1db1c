exports.up = (pgm) => {
  pgm.createTable('orders', {
    id: 'id',
    customer_id: { type: 'integer', notNull: true, references: 'customers' },
  });
};
