export const up = (pgm) => {
  pgm.addColumns('orders', { total: 'integer' });
};
