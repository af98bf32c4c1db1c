DROP FUNCTION open_orders; ALTER TABLE orders DROP COLUMN status; DROP TYPE order_status;
