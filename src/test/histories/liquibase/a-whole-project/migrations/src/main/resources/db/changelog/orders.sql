--liquibase formatted sql
--changeset ann:1
CREATE TABLE orders (id bigint PRIMARY KEY);
--changeset ann:2
CREATE INDEX orders_idx ON orders (id);
