--
-- PostgreSQL database dump
--


-- Dumped from database version 15.19
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
-- Name: atlas_schema_revisions; Type: SCHEMA; Schema: -; Owner: -
--

CREATE SCHEMA atlas_schema_revisions;


--
-- Name: mood; Type: TYPE; Schema: public; Owner: -
--

CREATE TYPE public.mood AS ENUM (
    'calm',
    'wild'
);


--
-- Name: shout(text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.shout(title text) RETURNS text
    LANGUAGE plpgsql
    AS $$
BEGIN
    RETURN upper(title);
END;
$$;


SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: atlas_schema_revisions; Type: TABLE; Schema: atlas_schema_revisions; Owner: -
--

CREATE TABLE atlas_schema_revisions.atlas_schema_revisions (
    version character varying NOT NULL,
    description character varying NOT NULL,
    type bigint DEFAULT 2 NOT NULL,
    applied bigint DEFAULT 0 NOT NULL,
    total bigint DEFAULT 0 NOT NULL,
    executed_at timestamp with time zone NOT NULL,
    execution_time bigint NOT NULL,
    error text,
    error_stmt text,
    hash character varying NOT NULL,
    partial_hashes jsonb,
    operator_version character varying NOT NULL
);


--
-- Name: authors; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.authors (
    id integer NOT NULL,
    name text NOT NULL
);


--
-- Name: books; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.books (
    id integer NOT NULL,
    author_id integer NOT NULL,
    title text
);


--
-- Data for Name: atlas_schema_revisions; Type: TABLE DATA; Schema: atlas_schema_revisions; Owner: -
--

INSERT INTO atlas_schema_revisions.atlas_schema_revisions VALUES ('20240101090000', 'create_authors', 2, 2, 2, '2026-11-29 15:38:57.173422+00', 780051, '', '', 'f3qouuLz0WHlQfBBfVoavNo2N6+PHQKUdOiXuMifBGQ=', 'null', 'Atlas CLI v0.32.1');
INSERT INTO atlas_schema_revisions.atlas_schema_revisions VALUES ('20240102090000', 'create_books', 2, 2, 2, '2026-11-29 15:38:57.21061+00', 9308532, '', '', '5rwXUgK7R/JR1f68OjB0eR+N/+dQrMr/8N/FNUP7ofQ=', 'null', 'Atlas CLI v0.32.1');
INSERT INTO atlas_schema_revisions.atlas_schema_revisions VALUES ('20240103090000', 'shout', 2, 1, 1, '2026-11-29 15:38:57.260803+00', 11144860, '', '', 'XYSL8R6PhfFe8ssVuB5KE1fjDh75tfH0TTBFkDPYrJQ=', 'null', 'Atlas CLI v0.32.1');


--
-- Data for Name: authors; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: books; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Name: atlas_schema_revisions atlas_schema_revisions_pkey; Type: CONSTRAINT; Schema: atlas_schema_revisions; Owner: -
--

ALTER TABLE ONLY atlas_schema_revisions.atlas_schema_revisions
    ADD CONSTRAINT atlas_schema_revisions_pkey PRIMARY KEY (version);


--
-- Name: authors authors_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.authors
    ADD CONSTRAINT authors_pkey PRIMARY KEY (id);


--
-- Name: books books_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.books
    ADD CONSTRAINT books_pkey PRIMARY KEY (id);


--
-- Name: authors_by_hand; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX authors_by_hand ON public.authors USING btree (name);


--
-- Name: books_title; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX books_title ON public.books USING btree (title);


--
-- Name: books books_author_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.books
    ADD CONSTRAINT books_author_id_fkey FOREIGN KEY (author_id) REFERENCES public.authors(id);


--
-- PostgreSQL database dump complete
--


