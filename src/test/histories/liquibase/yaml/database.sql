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
-- Name: customer_count(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.customer_count() RETURNS bigint
    LANGUAGE plpgsql
    AS $$
BEGIN
    -- a comment that stays
    RETURN (SELECT count(*) FROM customers);
END;
$$;


SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: customers; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.customers (
    id integer NOT NULL,
    email text NOT NULL,
    phone text
);


--
-- Name: databasechangelog; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.databasechangelog (
    id character varying(255) NOT NULL,
    author character varying(255) NOT NULL,
    filename character varying(255) NOT NULL,
    dateexecuted timestamp without time zone NOT NULL,
    orderexecuted integer NOT NULL,
    exectype character varying(10) NOT NULL,
    md5sum character varying(35),
    description character varying(255),
    comments character varying(255),
    tag character varying(255),
    liquibase character varying(20),
    contexts character varying(255),
    labels character varying(255),
    deployment_id character varying(10)
);


--
-- Name: databasechangeloglock; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.databasechangeloglock (
    id integer NOT NULL,
    locked boolean NOT NULL,
    lockgranted timestamp without time zone,
    lockedby character varying(255)
);


--
-- Data for Name: customers; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: databasechangelog; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.databasechangelog VALUES ('1', 'ann', 'db.changelog-master.yaml', '2026-11-29 15:46:20.457655', 1, 'EXECUTED', '9:67a24a1f213bea2f7e451912792c1fa4', 'sql', '', NULL, '4.33.0', NULL, NULL, '5967144355');
INSERT INTO public.databasechangelog VALUES ('function', 'ann', 'db.changelog-master.yaml', '2026-11-29 15:46:20.909909', 2, 'EXECUTED', '9:76e0e7657b8b4c2969289086277b8223', 'sqlFile path=count.sql', '', NULL, '4.33.0', NULL, NULL, '5967144355');
INSERT INTO public.databasechangelog VALUES ('3', 'ann', 'more.json', '2026-11-29 15:46:21.228881', 3, 'EXECUTED', '9:2bace83cb8d2a0214a63f2004ecc43f7', 'addColumn tableName=customers', '', NULL, '4.33.0', NULL, NULL, '5967144355');


--
-- Data for Name: databasechangeloglock; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.databasechangeloglock VALUES (1, false, NULL, NULL);


--
-- Name: customers customers_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.customers
    ADD CONSTRAINT customers_pkey PRIMARY KEY (id);


--
-- Name: databasechangeloglock databasechangeloglock_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.databasechangeloglock
    ADD CONSTRAINT databasechangeloglock_pkey PRIMARY KEY (id);


--
-- Name: customers_email_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX customers_email_idx ON public.customers USING btree (email);


--
-- PostgreSQL database dump complete
--


