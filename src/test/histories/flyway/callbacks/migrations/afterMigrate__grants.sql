CREATE OR REPLACE VIEW orders_today AS SELECT id FROM orders;
