CREATE OR REPLACE VIEW emails${suffix} AS SELECT email FROM customers WHERE email <> '${reader}';
