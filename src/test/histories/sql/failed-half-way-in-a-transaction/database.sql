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
-- Name: ops; Type: SCHEMA; Schema: -; Owner: -
--

CREATE SCHEMA ops;


--
-- Name: order_state; Type: TYPE; Schema: public; Owner: -
--

CREATE TYPE public.order_state AS ENUM (
    'open',
    'paid'
);


--
-- Name: order_count(bigint); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.order_count(c bigint) RETURNS bigint
    LANGUAGE plpgsql STABLE
    AS $$
BEGIN
  RETURN (SELECT count(*) FROM orders WHERE customer_id = c);
END
$$;


SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: applied_scripts; Type: TABLE; Schema: ops; Owner: -
--

CREATE TABLE ops.applied_scripts (
    script text NOT NULL,
    sha256 text NOT NULL,
    applied_at timestamp with time zone DEFAULT now() NOT NULL
);


--
-- Name: customers; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.customers (
    id bigint NOT NULL,
    email text NOT NULL
);


--
-- Name: orders; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.orders (
    id bigint NOT NULL,
    customer_id bigint NOT NULL,
    state public.order_state NOT NULL
);


--
-- Data for Name: applied_scripts; Type: TABLE DATA; Schema: ops; Owner: -
--

INSERT INTO ops.applied_scripts VALUES ('1_customers', 'f8dbc5f4b6d71146a2acfd6447f993ed15e88a1801abb5bb57ebbb29728651d3', '2026-11-29 15:38:21.065334+00');
INSERT INTO ops.applied_scripts VALUES ('9_orders', 'd8bf053b4d802ca960a2ffa4388973ad8987a3df099b6a685b87e2cf81bb7455', '2026-11-29 15:38:21.681818+00');
INSERT INTO ops.applied_scripts VALUES ('10_order_index', '3575fb783f741d49c150276a47523ab6092b84edb1f98631a6ab1cf88046da9e', '2026-11-29 15:38:22.367365+00');


--
-- Data for Name: customers; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: orders; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Name: applied_scripts applied_scripts_pkey; Type: CONSTRAINT; Schema: ops; Owner: -
--

ALTER TABLE ONLY ops.applied_scripts
    ADD CONSTRAINT applied_scripts_pkey PRIMARY KEY (script);


--
-- Name: customers customers_email_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.customers
    ADD CONSTRAINT customers_email_key UNIQUE (email);


--
-- Name: customers customers_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.customers
    ADD CONSTRAINT customers_pkey PRIMARY KEY (id);


--
-- Name: orders orders_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.orders
    ADD CONSTRAINT orders_pkey PRIMARY KEY (id);


--
-- Name: orders_customer_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX orders_customer_idx ON public.orders USING btree (customer_id);


--
-- Name: orders orders_customer_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.orders
    ADD CONSTRAINT orders_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES public.customers(id);


--
-- PostgreSQL database dump complete
--


