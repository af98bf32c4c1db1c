exports.up = ({ context }) => context.query('CREATE TABLE customers (id serial PRIMARY KEY)');
exports.down = ({ context }) => context.query('DROP TABLE customers');
