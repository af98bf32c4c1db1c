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


SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: Applied; Type: TABLE; Schema: ops; Owner: -
--

CREATE TABLE ops."Applied" (
    id integer NOT NULL,
    name character varying(255),
    batch integer,
    migration_time timestamp with time zone
);


--
-- Name: Applied_id_seq; Type: SEQUENCE; Schema: ops; Owner: -
--

CREATE SEQUENCE ops."Applied_id_seq"
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: Applied_id_seq; Type: SEQUENCE OWNED BY; Schema: ops; Owner: -
--

ALTER SEQUENCE ops."Applied_id_seq" OWNED BY ops."Applied".id;


--
-- Name: Applied_lock; Type: TABLE; Schema: ops; Owner: -
--

CREATE TABLE ops."Applied_lock" (
    index integer NOT NULL,
    is_locked integer
);


--
-- Name: Applied_lock_index_seq; Type: SEQUENCE; Schema: ops; Owner: -
--

CREATE SEQUENCE ops."Applied_lock_index_seq"
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: Applied_lock_index_seq; Type: SEQUENCE OWNED BY; Schema: ops; Owner: -
--

ALTER SEQUENCE ops."Applied_lock_index_seq" OWNED BY ops."Applied_lock".index;


--
-- Name: customers; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.customers (
    id integer NOT NULL,
    email text NOT NULL
);


--
-- Name: customers_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.customers_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: customers_id_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: -
--

ALTER SEQUENCE public.customers_id_seq OWNED BY public.customers.id;


--
-- Name: orders; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.orders (
    id integer NOT NULL,
    customer_id integer NOT NULL
);


--
-- Name: orders_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.orders_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: orders_id_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: -
--

ALTER SEQUENCE public.orders_id_seq OWNED BY public.orders.id;


--
-- Name: Applied id; Type: DEFAULT; Schema: ops; Owner: -
--

ALTER TABLE ONLY ops."Applied" ALTER COLUMN id SET DEFAULT nextval('ops."Applied_id_seq"'::regclass);


--
-- Name: Applied_lock index; Type: DEFAULT; Schema: ops; Owner: -
--

ALTER TABLE ONLY ops."Applied_lock" ALTER COLUMN index SET DEFAULT nextval('ops."Applied_lock_index_seq"'::regclass);


--
-- Name: customers id; Type: DEFAULT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.customers ALTER COLUMN id SET DEFAULT nextval('public.customers_id_seq'::regclass);


--
-- Name: orders id; Type: DEFAULT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.orders ALTER COLUMN id SET DEFAULT nextval('public.orders_id_seq'::regclass);


--
-- Data for Name: Applied; Type: TABLE DATA; Schema: ops; Owner: -
--

INSERT INTO ops."Applied" VALUES (1, '20240101000000_customers.js', 1, '2026-11-29 15:16:45.65+00');
INSERT INTO ops."Applied" VALUES (2, '20240201000000_orders.js', 1, '2026-11-29 15:16:45.692+00');


--
-- Data for Name: Applied_lock; Type: TABLE DATA; Schema: ops; Owner: -
--

INSERT INTO ops."Applied_lock" VALUES (1, 0);


--
-- Data for Name: customers; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: orders; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Name: Applied_id_seq; Type: SEQUENCE SET; Schema: ops; Owner: -
--

SELECT pg_catalog.setval('ops."Applied_id_seq"', 2, true);


--
-- Name: Applied_lock_index_seq; Type: SEQUENCE SET; Schema: ops; Owner: -
--

SELECT pg_catalog.setval('ops."Applied_lock_index_seq"', 1, true);


--
-- Name: customers_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.customers_id_seq', 1, false);


--
-- Name: orders_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.orders_id_seq', 1, false);


--
-- Name: Applied_lock Applied_lock_pkey; Type: CONSTRAINT; Schema: ops; Owner: -
--

ALTER TABLE ONLY ops."Applied_lock"
    ADD CONSTRAINT "Applied_lock_pkey" PRIMARY KEY (index);


--
-- Name: Applied Applied_pkey; Type: CONSTRAINT; Schema: ops; Owner: -
--

ALTER TABLE ONLY ops."Applied"
    ADD CONSTRAINT "Applied_pkey" PRIMARY KEY (id);


--
-- Name: customers customers_email_unique; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.customers
    ADD CONSTRAINT customers_email_unique UNIQUE (email);


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
-- Name: orders orders_customer_id_foreign; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.orders
    ADD CONSTRAINT orders_customer_id_foreign FOREIGN KEY (customer_id) REFERENCES public.customers(id);


--
-- PostgreSQL database dump complete
--


