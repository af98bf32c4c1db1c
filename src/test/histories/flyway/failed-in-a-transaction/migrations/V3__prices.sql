ALTER TABLE orders ADD COLUMN price numeric;
ALTER TABLE orders ADD COLUMN price numeric;
