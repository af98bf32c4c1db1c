CREATE TYPE order_state AS ENUM ('open', 'paid');
CREATE TABLE orders (id bigint PRIMARY KEY, customer_id bigint NOT NULL REFERENCES customers, state order_state NOT NULL);
