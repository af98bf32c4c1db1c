--liquibase formatted sql

--changeset ann:customers
--comment: who buys
CREATE TABLE customers (
    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    email text NOT NULL UNIQUE
);
--rollback DROP TABLE customers;

--changeset ann:orders
CREATE TABLE orders (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    customer_id integer NOT NULL REFERENCES customers (id), -- never null
    placed_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX orders_customer_idx ON orders (customer_id);
--rollback DROP TABLE orders;

--changeset bob:status splitStatements:false
CREATE TYPE order_status AS ENUM ('new', 'paid; sent');
ALTER TABLE orders ADD COLUMN status order_status NOT NULL DEFAULT 'new';
--rollback ALTER TABLE orders DROP COLUMN status; DROP TYPE order_status;
