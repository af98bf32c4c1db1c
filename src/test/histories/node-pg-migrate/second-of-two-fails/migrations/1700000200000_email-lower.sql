-- Up Migration
ALTER TABLE customers ADD COLUMN name text;
CREATE UNIQUE INDEX customers_email_lower ON customers (lower(email));
