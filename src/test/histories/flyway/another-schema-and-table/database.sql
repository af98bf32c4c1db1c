--
-- PostgreSQL database dump
--


-- Dumped from database version 15.18 (Debian 15.18-0+deb12u1)
-- Dumped by pg_dump version 15.18 (Debian 15.18-0+deb12u1)

SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

--
-- Name: shop; Type: SCHEMA; Schema: -; Owner: -
--

CREATE SCHEMA shop;


--
-- Name: order_status; Type: TYPE; Schema: shop; Owner: -
--

CREATE TYPE shop.order_status AS ENUM (
    'new',
    'paid; sent'
);


--
-- Name: open_orders(integer); Type: FUNCTION; Schema: shop; Owner: -
--

CREATE FUNCTION shop.open_orders(customer integer) RETURNS bigint
    LANGUAGE plpgsql
    AS $$
BEGIN
    -- a semicolon; in a comment
    RETURN (SELECT count(*) FROM orders WHERE customer_id = customer AND status = 'new');
END;
$$;


SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: customers; Type: TABLE; Schema: shop; Owner: -
--

CREATE TABLE shop.customers (
    id integer NOT NULL,
    email text NOT NULL
);


--
-- Name: customers_id_seq; Type: SEQUENCE; Schema: shop; Owner: -
--

ALTER TABLE shop.customers ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME shop.customers_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: migrations; Type: TABLE; Schema: shop; Owner: -
--

CREATE TABLE shop.migrations (
    installed_rank integer NOT NULL,
    version character varying(50),
    description character varying(200) NOT NULL,
    type character varying(20) NOT NULL,
    script character varying(1000) NOT NULL,
    checksum integer,
    installed_by character varying(100) NOT NULL,
    installed_on timestamp without time zone DEFAULT now() NOT NULL,
    execution_time integer NOT NULL,
    success boolean NOT NULL
);


--
-- Name: orders; Type: TABLE; Schema: shop; Owner: -
--

CREATE TABLE shop.orders (
    id bigint NOT NULL,
    customer_id integer NOT NULL,
    placed_at timestamp with time zone DEFAULT now() NOT NULL,
    status shop.order_status DEFAULT 'new'::shop.order_status NOT NULL
);


--
-- Name: orders_id_seq; Type: SEQUENCE; Schema: shop; Owner: -
--

ALTER TABLE shop.orders ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME shop.orders_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Data for Name: customers; Type: TABLE DATA; Schema: shop; Owner: -
--



--
-- Data for Name: migrations; Type: TABLE DATA; Schema: shop; Owner: -
--

INSERT INTO shop.migrations VALUES (0, NULL, '<< Flyway Schema Creation >>', 'SCHEMA', '"shop"', NULL, 'postgres', '2026-11-29 15:18:15.451993', 0, true);
INSERT INTO shop.migrations VALUES (1, '1', 'customers', 'SQL', 'V1__customers.sql', 946227963, 'postgres', '2026-11-29 15:18:15.814516', 220, true);
INSERT INTO shop.migrations VALUES (2, '2', 'orders', 'SQL', 'V2__orders.sql', 1860189937, 'postgres', '2026-11-29 15:18:16.325608', 80, true);
INSERT INTO shop.migrations VALUES (3, '3', 'order status', 'SQL', 'V3__order_status.sql', 1493314751, 'postgres', '2026-11-29 15:18:16.522513', 125, true);


--
-- Data for Name: orders; Type: TABLE DATA; Schema: shop; Owner: -
--



--
-- Name: customers_id_seq; Type: SEQUENCE SET; Schema: shop; Owner: -
--

SELECT pg_catalog.setval('shop.customers_id_seq', 1, false);


--
-- Name: orders_id_seq; Type: SEQUENCE SET; Schema: shop; Owner: -
--

SELECT pg_catalog.setval('shop.orders_id_seq', 1, false);


--
-- Name: customers customers_email_key; Type: CONSTRAINT; Schema: shop; Owner: -
--

ALTER TABLE ONLY shop.customers
    ADD CONSTRAINT customers_email_key UNIQUE (email);


--
-- Name: customers customers_pkey; Type: CONSTRAINT; Schema: shop; Owner: -
--

ALTER TABLE ONLY shop.customers
    ADD CONSTRAINT customers_pkey PRIMARY KEY (id);


--
-- Name: migrations migrations_pk; Type: CONSTRAINT; Schema: shop; Owner: -
--

ALTER TABLE ONLY shop.migrations
    ADD CONSTRAINT migrations_pk PRIMARY KEY (installed_rank);


--
-- Name: orders orders_pkey; Type: CONSTRAINT; Schema: shop; Owner: -
--

ALTER TABLE ONLY shop.orders
    ADD CONSTRAINT orders_pkey PRIMARY KEY (id);


--
-- Name: migrations_s_idx; Type: INDEX; Schema: shop; Owner: -
--

CREATE INDEX migrations_s_idx ON shop.migrations USING btree (success);


--
-- Name: orders_customer_idx; Type: INDEX; Schema: shop; Owner: -
--

CREATE INDEX orders_customer_idx ON shop.orders USING btree (customer_id);


--
-- Name: orders orders_customer_id_fkey; Type: FK CONSTRAINT; Schema: shop; Owner: -
--

ALTER TABLE ONLY shop.orders
    ADD CONSTRAINT orders_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES shop.customers(id);


--
-- PostgreSQL database dump complete
--


