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
    
    RETURN (SELECT count(*) FROM customers );
END;
$$;


--
-- Name: newest_customer(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.newest_customer() RETURNS integer
    LANGUAGE plpgsql
    AS $$
BEGIN
    -- this comment stays
    RETURN (SELECT max(id) FROM customers);
END;
$$;


--
-- Name: thrice(integer); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.thrice(n integer) RETURNS integer
    LANGUAGE plpgsql
    AS $$ BEGIN RETURN n * 3; END $$;


--
-- Name: twice(integer); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.twice(n integer) RETURNS integer
    LANGUAGE sql
    AS $$
    SELECT n * 2;
$$;


SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: customers; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.customers (
    id integer NOT NULL,
    email text NOT NULL
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
-- Name: more_slashes; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.more_slashes (
    id integer
);


--
-- Name: notes; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.notes (
    id integer NOT NULL,
    body text DEFAULT 'a -- b /* c */ d; e'::text
);


--
-- Name: TABLE notes; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.notes IS '
 two
 lines ';


--
-- Name: slashes; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.slashes (
    id integer
);


--
-- Name: TABLE slashes; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.slashes IS 'ten / two';


--
-- Name: twins; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.twins (
    id integer NOT NULL
);


--
-- Data for Name: customers; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: databasechangelog; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.databasechangelog VALUES ('customers', 'ann', 'changelog.sql', '2026-11-29 15:15:33.305635', 1, 'EXECUTED', '9:d0dedeed86ec8e56645722035d658d82', 'sql', '', NULL, '4.33.0', NULL, NULL, '5965324558');
INSERT INTO public.databasechangelog VALUES ('function-with-comments', 'ann', 'changelog.sql', '2026-11-29 15:15:33.6177', 2, 'EXECUTED', '9:cfd0022b5c444fc3ee89c75e818e40fb', 'sql', '', NULL, '4.33.0', NULL, NULL, '5965324558');
INSERT INTO public.databasechangelog VALUES ('function-with-kept-comments', 'ann', 'changelog.sql', '2026-11-29 15:15:33.876459', 3, 'EXECUTED', '9:91ca2d4f9dc9accf5d3ecab76bf1a800', 'sql', '', NULL, '4.33.0', NULL, NULL, '5965324558');
INSERT INTO public.databasechangelog VALUES ('delimiter', 'ann', 'changelog.sql', '2026-11-29 15:15:34.131894', 4, 'EXECUTED', '9:2370480b82e2d13d08cdbdee05430a59', 'sql', '', NULL, '4.33.0', NULL, NULL, '5965324558');
INSERT INTO public.databasechangelog VALUES ('begin-and-end', 'ann', 'changelog.sql', '2026-11-29 15:15:34.373648', 5, 'EXECUTED', '9:843a5750e3f4e54681bc35f5b55cf828', 'sql', '', NULL, '4.33.0', NULL, NULL, '5965324558');
INSERT INTO public.databasechangelog VALUES ('an id with blanks', 'ann smith', 'changelog.sql', '2026-11-29 15:15:34.597652', 6, 'EXECUTED', '9:ae453769f5ba11f4f9cf641039ca97c7', 'sql', '', NULL, '4.33.0', NULL, 'a,b', '5965324558');
INSERT INTO public.databasechangelog VALUES ('concurrently', 'ann', 'changelog.sql', '2026-11-29 15:15:34.685652', 7, 'EXECUTED', '9:6dfb0f4aaf9f8cc85ad2fd0930b3a50b', 'sql', '', NULL, '4.33.0', NULL, NULL, '5965324558');
INSERT INTO public.databasechangelog VALUES ('slash', 'ann', 'changelog.sql', '2026-11-29 15:15:34.853629', 8, 'EXECUTED', '9:26c0060556ff831d178e48219d22c661', 'sql', '', NULL, '4.33.0', NULL, NULL, '5965324558');


--
-- Data for Name: databasechangeloglock; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.databasechangeloglock VALUES (1, false, NULL, NULL);


--
-- Data for Name: more_slashes; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: notes; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: slashes; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: twins; Type: TABLE DATA; Schema: public; Owner: -
--



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
-- Name: notes notes_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.notes
    ADD CONSTRAINT notes_pkey PRIMARY KEY (id);


--
-- Name: twins twins_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.twins
    ADD CONSTRAINT twins_pkey PRIMARY KEY (id);


--
-- Name: customers_email_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX customers_email_idx ON public.customers USING btree (email);


--
-- Name: notes_body_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX notes_body_idx ON public.notes USING btree (body);


--
-- PostgreSQL database dump complete
--


