CREATE OR REPLACE VIEW customer_totals AS SELECT id FROM customers;
CREATE OR REPLACE VIEW order_totals AS SELECT total FROM orders;
