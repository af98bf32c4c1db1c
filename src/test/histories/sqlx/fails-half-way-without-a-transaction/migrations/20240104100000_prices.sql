-- no-transaction
CREATE TABLE prices (id integer PRIMARY KEY, amount numeric NOT NULL);
COMMIT;
CREATE INDEX prices_amount ON prices (amount);
ALTER TABLE publishers ADD COLUMN name text;
