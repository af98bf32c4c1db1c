CREATE TABLE prices (id integer PRIMARY KEY, amount numeric NOT NULL);
ALTER TABLE publishers ADD COLUMN name text;
