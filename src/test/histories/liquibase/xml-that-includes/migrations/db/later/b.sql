--liquibase formatted sql
--changeset ann:3
CREATE INDEX orders_customer_idx ON orders (customer_id);
