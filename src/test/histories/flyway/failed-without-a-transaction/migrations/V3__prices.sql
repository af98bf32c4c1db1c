ALTER TABLE orders ADD COLUMN price numeric;
ALTER TABLE order_lines ADD COLUMN price numeric;
ALTER TABLE orders ADD COLUMN discount numeric;
