-- Up Migration
CREATE TABLE orders (
    id serial PRIMARY KEY,
    customer_id integer NOT NULL REFERENCES customers,
    status status NOT NULL DEFAULT 'open',
    total integer
);
CREATE INDEX orders_customer_idx ON orders (customer_id);

-- Down Migration
DROP TABLE orders;
