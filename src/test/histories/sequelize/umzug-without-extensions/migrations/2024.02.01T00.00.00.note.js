exports.up = ({ context }) => context.query('ALTER TABLE customers ADD COLUMN note text');
exports.down = ({ context }) => context.query('ALTER TABLE customers DROP COLUMN note');
