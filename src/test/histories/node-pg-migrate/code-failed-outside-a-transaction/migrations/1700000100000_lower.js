exports.up = (pgm) => {
  pgm.noTransaction();
  pgm.addColumns('customers', { name: 'text' });
  pgm.sql('CREATE UNIQUE INDEX CONCURRENTLY customers_email_lower ON customers (lower(email))');
};
