ALTER TABLE orders ADD COLUMN undescribed integer;
