-- orders
CREATE TABLE orders (id bigint PRIMARY KEY, customer_id integer NOT NULL REFERENCES customers (id));
COMMENT ON TABLE orders IS 'what was bought; ${kind}';
