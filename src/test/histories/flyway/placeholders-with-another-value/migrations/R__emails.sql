CREATE OR REPLACE VIEW emails AS SELECT email AS email${suffix} FROM customers;
