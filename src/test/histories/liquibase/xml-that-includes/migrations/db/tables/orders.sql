--liquibase formatted sql
--changeset ann:2
CREATE TABLE orders (id bigint PRIMARY KEY, customer_id integer NOT NULL REFERENCES customers (id));
