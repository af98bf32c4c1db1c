ALTER TABLE orders ADD COLUMN length integer;
