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
-- Name: bookkeeping; Type: SCHEMA; Schema: -; Owner: -
--

CREATE SCHEMA bookkeeping;


--
-- Name: SCHEMA bookkeeping; Type: COMMENT; Schema: -; Owner: -
--

COMMENT ON SCHEMA bookkeeping IS 'Sqitch database deployment metadata v1.1.';


SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: changes; Type: TABLE; Schema: bookkeeping; Owner: -
--

CREATE TABLE bookkeeping.changes (
    change_id text NOT NULL,
    script_hash text,
    change text NOT NULL,
    project text NOT NULL,
    note text DEFAULT ''::text NOT NULL,
    committed_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    committer_name text NOT NULL,
    committer_email text NOT NULL,
    planned_at timestamp with time zone NOT NULL,
    planner_name text NOT NULL,
    planner_email text NOT NULL
);


--
-- Name: TABLE changes; Type: COMMENT; Schema: bookkeeping; Owner: -
--

COMMENT ON TABLE bookkeeping.changes IS 'Tracks the changes currently deployed to the database.';


--
-- Name: COLUMN changes.change_id; Type: COMMENT; Schema: bookkeeping; Owner: -
--

COMMENT ON COLUMN bookkeeping.changes.change_id IS 'Change primary key.';


--
-- Name: COLUMN changes.script_hash; Type: COMMENT; Schema: bookkeeping; Owner: -
--

COMMENT ON COLUMN bookkeeping.changes.script_hash IS 'Deploy script SHA-1 hash.';


--
-- Name: COLUMN changes.change; Type: COMMENT; Schema: bookkeeping; Owner: -
--

COMMENT ON COLUMN bookkeeping.changes.change IS 'Name of a deployed change.';


--
-- Name: COLUMN changes.project; Type: COMMENT; Schema: bookkeeping; Owner: -
--

COMMENT ON COLUMN bookkeeping.changes.project IS 'Name of the Sqitch project to which the change belongs.';


--
-- Name: COLUMN changes.note; Type: COMMENT; Schema: bookkeeping; Owner: -
--

COMMENT ON COLUMN bookkeeping.changes.note IS 'Description of the change.';


--
-- Name: COLUMN changes.committed_at; Type: COMMENT; Schema: bookkeeping; Owner: -
--

COMMENT ON COLUMN bookkeeping.changes.committed_at IS 'Date the change was deployed.';


--
-- Name: COLUMN changes.committer_name; Type: COMMENT; Schema: bookkeeping; Owner: -
--

COMMENT ON COLUMN bookkeeping.changes.committer_name IS 'Name of the user who deployed the change.';


--
-- Name: COLUMN changes.committer_email; Type: COMMENT; Schema: bookkeeping; Owner: -
--

COMMENT ON COLUMN bookkeeping.changes.committer_email IS 'Email address of the user who deployed the change.';


--
-- Name: COLUMN changes.planned_at; Type: COMMENT; Schema: bookkeeping; Owner: -
--

COMMENT ON COLUMN bookkeeping.changes.planned_at IS 'Date the change was added to the plan.';


--
-- Name: COLUMN changes.planner_name; Type: COMMENT; Schema: bookkeeping; Owner: -
--

COMMENT ON COLUMN bookkeeping.changes.planner_name IS 'Name of the user who planed the change.';


--
-- Name: COLUMN changes.planner_email; Type: COMMENT; Schema: bookkeeping; Owner: -
--

COMMENT ON COLUMN bookkeeping.changes.planner_email IS 'Email address of the user who planned the change.';


--
-- Name: dependencies; Type: TABLE; Schema: bookkeeping; Owner: -
--

CREATE TABLE bookkeeping.dependencies (
    change_id text NOT NULL,
    type text NOT NULL,
    dependency text NOT NULL,
    dependency_id text,
    CONSTRAINT dependencies_check CHECK ((((type = 'require'::text) AND (dependency_id IS NOT NULL)) OR ((type = 'conflict'::text) AND (dependency_id IS NULL))))
);


--
-- Name: TABLE dependencies; Type: COMMENT; Schema: bookkeeping; Owner: -
--

COMMENT ON TABLE bookkeeping.dependencies IS 'Tracks the currently satisfied dependencies.';


--
-- Name: COLUMN dependencies.change_id; Type: COMMENT; Schema: bookkeeping; Owner: -
--

COMMENT ON COLUMN bookkeeping.dependencies.change_id IS 'ID of the depending change.';


--
-- Name: COLUMN dependencies.type; Type: COMMENT; Schema: bookkeeping; Owner: -
--

COMMENT ON COLUMN bookkeeping.dependencies.type IS 'Type of dependency.';


--
-- Name: COLUMN dependencies.dependency; Type: COMMENT; Schema: bookkeeping; Owner: -
--

COMMENT ON COLUMN bookkeeping.dependencies.dependency IS 'Dependency name.';


--
-- Name: COLUMN dependencies.dependency_id; Type: COMMENT; Schema: bookkeeping; Owner: -
--

COMMENT ON COLUMN bookkeeping.dependencies.dependency_id IS 'Change ID the dependency resolves to.';


--
-- Name: events; Type: TABLE; Schema: bookkeeping; Owner: -
--

CREATE TABLE bookkeeping.events (
    event text NOT NULL,
    change_id text NOT NULL,
    change text NOT NULL,
    project text NOT NULL,
    note text DEFAULT ''::text NOT NULL,
    requires text[] DEFAULT '{}'::text[] NOT NULL,
    conflicts text[] DEFAULT '{}'::text[] NOT NULL,
    tags text[] DEFAULT '{}'::text[] NOT NULL,
    committed_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    committer_name text NOT NULL,
    committer_email text NOT NULL,
    planned_at timestamp with time zone NOT NULL,
    planner_name text NOT NULL,
    planner_email text NOT NULL,
    CONSTRAINT events_event_check CHECK ((event = ANY (ARRAY['deploy'::text, 'revert'::text, 'fail'::text, 'merge'::text])))
);


--
-- Name: TABLE events; Type: COMMENT; Schema: bookkeeping; Owner: -
--

COMMENT ON TABLE bookkeeping.events IS 'Contains full history of all deployment events.';


--
-- Name: COLUMN events.event; Type: COMMENT; Schema: bookkeeping; Owner: -
--

COMMENT ON COLUMN bookkeeping.events.event IS 'Type of event.';


--
-- Name: COLUMN events.change_id; Type: COMMENT; Schema: bookkeeping; Owner: -
--

COMMENT ON COLUMN bookkeeping.events.change_id IS 'Change ID.';


--
-- Name: COLUMN events.change; Type: COMMENT; Schema: bookkeeping; Owner: -
--

COMMENT ON COLUMN bookkeeping.events.change IS 'Change name.';


--
-- Name: COLUMN events.project; Type: COMMENT; Schema: bookkeeping; Owner: -
--

COMMENT ON COLUMN bookkeeping.events.project IS 'Name of the Sqitch project to which the change belongs.';


--
-- Name: COLUMN events.note; Type: COMMENT; Schema: bookkeeping; Owner: -
--

COMMENT ON COLUMN bookkeeping.events.note IS 'Description of the change.';


--
-- Name: COLUMN events.requires; Type: COMMENT; Schema: bookkeeping; Owner: -
--

COMMENT ON COLUMN bookkeeping.events.requires IS 'Array of the names of required changes.';


--
-- Name: COLUMN events.conflicts; Type: COMMENT; Schema: bookkeeping; Owner: -
--

COMMENT ON COLUMN bookkeeping.events.conflicts IS 'Array of the names of conflicting changes.';


--
-- Name: COLUMN events.tags; Type: COMMENT; Schema: bookkeeping; Owner: -
--

COMMENT ON COLUMN bookkeeping.events.tags IS 'Tags associated with the change.';


--
-- Name: COLUMN events.committed_at; Type: COMMENT; Schema: bookkeeping; Owner: -
--

COMMENT ON COLUMN bookkeeping.events.committed_at IS 'Date the event was committed.';


--
-- Name: COLUMN events.committer_name; Type: COMMENT; Schema: bookkeeping; Owner: -
--

COMMENT ON COLUMN bookkeeping.events.committer_name IS 'Name of the user who committed the event.';


--
-- Name: COLUMN events.committer_email; Type: COMMENT; Schema: bookkeeping; Owner: -
--

COMMENT ON COLUMN bookkeeping.events.committer_email IS 'Email address of the user who committed the event.';


--
-- Name: COLUMN events.planned_at; Type: COMMENT; Schema: bookkeeping; Owner: -
--

COMMENT ON COLUMN bookkeeping.events.planned_at IS 'Date the event was added to the plan.';


--
-- Name: COLUMN events.planner_name; Type: COMMENT; Schema: bookkeeping; Owner: -
--

COMMENT ON COLUMN bookkeeping.events.planner_name IS 'Name of the user who planed the change.';


--
-- Name: COLUMN events.planner_email; Type: COMMENT; Schema: bookkeeping; Owner: -
--

COMMENT ON COLUMN bookkeeping.events.planner_email IS 'Email address of the user who plan planned the change.';


--
-- Name: projects; Type: TABLE; Schema: bookkeeping; Owner: -
--

CREATE TABLE bookkeeping.projects (
    project text NOT NULL,
    uri text,
    created_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    creator_name text NOT NULL,
    creator_email text NOT NULL
);


--
-- Name: TABLE projects; Type: COMMENT; Schema: bookkeeping; Owner: -
--

COMMENT ON TABLE bookkeeping.projects IS 'Sqitch projects deployed to this database.';


--
-- Name: COLUMN projects.project; Type: COMMENT; Schema: bookkeeping; Owner: -
--

COMMENT ON COLUMN bookkeeping.projects.project IS 'Unique Name of a project.';


--
-- Name: COLUMN projects.uri; Type: COMMENT; Schema: bookkeeping; Owner: -
--

COMMENT ON COLUMN bookkeeping.projects.uri IS 'Optional project URI';


--
-- Name: COLUMN projects.created_at; Type: COMMENT; Schema: bookkeeping; Owner: -
--

COMMENT ON COLUMN bookkeeping.projects.created_at IS 'Date the project was added to the database.';


--
-- Name: COLUMN projects.creator_name; Type: COMMENT; Schema: bookkeeping; Owner: -
--

COMMENT ON COLUMN bookkeeping.projects.creator_name IS 'Name of the user who added the project.';


--
-- Name: COLUMN projects.creator_email; Type: COMMENT; Schema: bookkeeping; Owner: -
--

COMMENT ON COLUMN bookkeeping.projects.creator_email IS 'Email address of the user who added the project.';


--
-- Name: releases; Type: TABLE; Schema: bookkeeping; Owner: -
--

CREATE TABLE bookkeeping.releases (
    version real NOT NULL,
    installed_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    installer_name text NOT NULL,
    installer_email text NOT NULL
);


--
-- Name: TABLE releases; Type: COMMENT; Schema: bookkeeping; Owner: -
--

COMMENT ON TABLE bookkeeping.releases IS 'Sqitch registry releases.';


--
-- Name: COLUMN releases.version; Type: COMMENT; Schema: bookkeeping; Owner: -
--

COMMENT ON COLUMN bookkeeping.releases.version IS 'Version of the Sqitch registry.';


--
-- Name: COLUMN releases.installed_at; Type: COMMENT; Schema: bookkeeping; Owner: -
--

COMMENT ON COLUMN bookkeeping.releases.installed_at IS 'Date the registry release was installed.';


--
-- Name: COLUMN releases.installer_name; Type: COMMENT; Schema: bookkeeping; Owner: -
--

COMMENT ON COLUMN bookkeeping.releases.installer_name IS 'Name of the user who installed the registry release.';


--
-- Name: COLUMN releases.installer_email; Type: COMMENT; Schema: bookkeeping; Owner: -
--

COMMENT ON COLUMN bookkeeping.releases.installer_email IS 'Email address of the user who installed the registry release.';


--
-- Name: tags; Type: TABLE; Schema: bookkeeping; Owner: -
--

CREATE TABLE bookkeeping.tags (
    tag_id text NOT NULL,
    tag text NOT NULL,
    project text NOT NULL,
    change_id text NOT NULL,
    note text DEFAULT ''::text NOT NULL,
    committed_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    committer_name text NOT NULL,
    committer_email text NOT NULL,
    planned_at timestamp with time zone NOT NULL,
    planner_name text NOT NULL,
    planner_email text NOT NULL
);


--
-- Name: TABLE tags; Type: COMMENT; Schema: bookkeeping; Owner: -
--

COMMENT ON TABLE bookkeeping.tags IS 'Tracks the tags currently applied to the database.';


--
-- Name: COLUMN tags.tag_id; Type: COMMENT; Schema: bookkeeping; Owner: -
--

COMMENT ON COLUMN bookkeeping.tags.tag_id IS 'Tag primary key.';


--
-- Name: COLUMN tags.tag; Type: COMMENT; Schema: bookkeeping; Owner: -
--

COMMENT ON COLUMN bookkeeping.tags.tag IS 'Project-unique tag name.';


--
-- Name: COLUMN tags.project; Type: COMMENT; Schema: bookkeeping; Owner: -
--

COMMENT ON COLUMN bookkeeping.tags.project IS 'Name of the Sqitch project to which the tag belongs.';


--
-- Name: COLUMN tags.change_id; Type: COMMENT; Schema: bookkeeping; Owner: -
--

COMMENT ON COLUMN bookkeeping.tags.change_id IS 'ID of last change deployed before the tag was applied.';


--
-- Name: COLUMN tags.note; Type: COMMENT; Schema: bookkeeping; Owner: -
--

COMMENT ON COLUMN bookkeeping.tags.note IS 'Description of the tag.';


--
-- Name: COLUMN tags.committed_at; Type: COMMENT; Schema: bookkeeping; Owner: -
--

COMMENT ON COLUMN bookkeeping.tags.committed_at IS 'Date the tag was applied to the database.';


--
-- Name: COLUMN tags.committer_name; Type: COMMENT; Schema: bookkeeping; Owner: -
--

COMMENT ON COLUMN bookkeeping.tags.committer_name IS 'Name of the user who applied the tag.';


--
-- Name: COLUMN tags.committer_email; Type: COMMENT; Schema: bookkeeping; Owner: -
--

COMMENT ON COLUMN bookkeeping.tags.committer_email IS 'Email address of the user who applied the tag.';


--
-- Name: COLUMN tags.planned_at; Type: COMMENT; Schema: bookkeeping; Owner: -
--

COMMENT ON COLUMN bookkeeping.tags.planned_at IS 'Date the tag was added to the plan.';


--
-- Name: COLUMN tags.planner_name; Type: COMMENT; Schema: bookkeeping; Owner: -
--

COMMENT ON COLUMN bookkeeping.tags.planner_name IS 'Name of the user who planed the tag.';


--
-- Name: COLUMN tags.planner_email; Type: COMMENT; Schema: bookkeeping; Owner: -
--

COMMENT ON COLUMN bookkeeping.tags.planner_email IS 'Email address of the user who planned the tag.';


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
    author_id integer NOT NULL
);


--
-- Data for Name: changes; Type: TABLE DATA; Schema: bookkeeping; Owner: -
--

INSERT INTO bookkeeping.changes VALUES ('7eba77f5eb145f24bd9925f82ae040abba64bad0', 'b2545a876cccab357207df34fbdddca7a127c349', 'authors', 'shop', 'Who writes', '2026-11-29 15:02:31.249988+00', 'Ada Reader', 'ada@example.com', '2026-11-29 15:02:19+00', 'Ada Reader', 'ada@example.com');
INSERT INTO bookkeeping.changes VALUES ('fe7a2f9462c3ad653b26b16e2de49ec3f415360a', 'c8ab8c2dfbbe4f2d191db47b8cd34b991bbe1343', 'shelf/books', 'shop', 'What they write', '2026-11-29 15:02:31.743597+00', 'Ada Reader', 'ada@example.com', '2026-11-29 15:02:23+00', 'Ada Reader', 'ada@example.com');


--
-- Data for Name: dependencies; Type: TABLE DATA; Schema: bookkeeping; Owner: -
--

INSERT INTO bookkeeping.dependencies VALUES ('fe7a2f9462c3ad653b26b16e2de49ec3f415360a', 'require', 'authors', '7eba77f5eb145f24bd9925f82ae040abba64bad0');


--
-- Data for Name: events; Type: TABLE DATA; Schema: bookkeeping; Owner: -
--

INSERT INTO bookkeeping.events VALUES ('deploy', '7eba77f5eb145f24bd9925f82ae040abba64bad0', 'authors', 'shop', 'Who writes', '{}', '{}', '{}', '2026-11-29 15:02:31.275894+00', 'Ada Reader', 'ada@example.com', '2026-11-29 15:02:19+00', 'Ada Reader', 'ada@example.com');
INSERT INTO bookkeeping.events VALUES ('deploy', 'fe7a2f9462c3ad653b26b16e2de49ec3f415360a', 'shelf/books', 'shop', 'What they write', '{authors}', '{}', '{}', '2026-11-29 15:02:31.780125+00', 'Ada Reader', 'ada@example.com', '2026-11-29 15:02:23+00', 'Ada Reader', 'ada@example.com');


--
-- Data for Name: projects; Type: TABLE DATA; Schema: bookkeeping; Owner: -
--

INSERT INTO bookkeeping.projects VALUES ('shop', 'https://example.com/shop/', '2026-11-29 15:02:30.606282+00', 'Ada Reader', 'ada@example.com');


--
-- Data for Name: releases; Type: TABLE DATA; Schema: bookkeeping; Owner: -
--

INSERT INTO bookkeeping.releases VALUES (1.1, '2026-11-29 15:02:30.585884+00', 'Ada Reader', 'ada@example.com');


--
-- Data for Name: tags; Type: TABLE DATA; Schema: bookkeeping; Owner: -
--



--
-- Data for Name: authors; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: books; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Name: changes changes_pkey; Type: CONSTRAINT; Schema: bookkeeping; Owner: -
--

ALTER TABLE ONLY bookkeeping.changes
    ADD CONSTRAINT changes_pkey PRIMARY KEY (change_id);


--
-- Name: changes changes_project_script_hash_key; Type: CONSTRAINT; Schema: bookkeeping; Owner: -
--

ALTER TABLE ONLY bookkeeping.changes
    ADD CONSTRAINT changes_project_script_hash_key UNIQUE (project, script_hash);


--
-- Name: dependencies dependencies_pkey; Type: CONSTRAINT; Schema: bookkeeping; Owner: -
--

ALTER TABLE ONLY bookkeeping.dependencies
    ADD CONSTRAINT dependencies_pkey PRIMARY KEY (change_id, dependency);


--
-- Name: events events_pkey; Type: CONSTRAINT; Schema: bookkeeping; Owner: -
--

ALTER TABLE ONLY bookkeeping.events
    ADD CONSTRAINT events_pkey PRIMARY KEY (change_id, committed_at);


--
-- Name: projects projects_pkey; Type: CONSTRAINT; Schema: bookkeeping; Owner: -
--

ALTER TABLE ONLY bookkeeping.projects
    ADD CONSTRAINT projects_pkey PRIMARY KEY (project);


--
-- Name: projects projects_uri_key; Type: CONSTRAINT; Schema: bookkeeping; Owner: -
--

ALTER TABLE ONLY bookkeeping.projects
    ADD CONSTRAINT projects_uri_key UNIQUE (uri);


--
-- Name: releases releases_pkey; Type: CONSTRAINT; Schema: bookkeeping; Owner: -
--

ALTER TABLE ONLY bookkeeping.releases
    ADD CONSTRAINT releases_pkey PRIMARY KEY (version);


--
-- Name: tags tags_pkey; Type: CONSTRAINT; Schema: bookkeeping; Owner: -
--

ALTER TABLE ONLY bookkeeping.tags
    ADD CONSTRAINT tags_pkey PRIMARY KEY (tag_id);


--
-- Name: tags tags_project_tag_key; Type: CONSTRAINT; Schema: bookkeeping; Owner: -
--

ALTER TABLE ONLY bookkeeping.tags
    ADD CONSTRAINT tags_project_tag_key UNIQUE (project, tag);


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
-- Name: changes changes_project_fkey; Type: FK CONSTRAINT; Schema: bookkeeping; Owner: -
--

ALTER TABLE ONLY bookkeeping.changes
    ADD CONSTRAINT changes_project_fkey FOREIGN KEY (project) REFERENCES bookkeeping.projects(project) ON UPDATE CASCADE;


--
-- Name: dependencies dependencies_change_id_fkey; Type: FK CONSTRAINT; Schema: bookkeeping; Owner: -
--

ALTER TABLE ONLY bookkeeping.dependencies
    ADD CONSTRAINT dependencies_change_id_fkey FOREIGN KEY (change_id) REFERENCES bookkeeping.changes(change_id) ON UPDATE CASCADE ON DELETE CASCADE;


--
-- Name: dependencies dependencies_dependency_id_fkey; Type: FK CONSTRAINT; Schema: bookkeeping; Owner: -
--

ALTER TABLE ONLY bookkeeping.dependencies
    ADD CONSTRAINT dependencies_dependency_id_fkey FOREIGN KEY (dependency_id) REFERENCES bookkeeping.changes(change_id) ON UPDATE CASCADE;


--
-- Name: events events_project_fkey; Type: FK CONSTRAINT; Schema: bookkeeping; Owner: -
--

ALTER TABLE ONLY bookkeeping.events
    ADD CONSTRAINT events_project_fkey FOREIGN KEY (project) REFERENCES bookkeeping.projects(project) ON UPDATE CASCADE;


--
-- Name: tags tags_change_id_fkey; Type: FK CONSTRAINT; Schema: bookkeeping; Owner: -
--

ALTER TABLE ONLY bookkeeping.tags
    ADD CONSTRAINT tags_change_id_fkey FOREIGN KEY (change_id) REFERENCES bookkeeping.changes(change_id) ON UPDATE CASCADE;


--
-- Name: tags tags_project_fkey; Type: FK CONSTRAINT; Schema: bookkeeping; Owner: -
--

ALTER TABLE ONLY bookkeeping.tags
    ADD CONSTRAINT tags_project_fkey FOREIGN KEY (project) REFERENCES bookkeeping.projects(project) ON UPDATE CASCADE;


--
-- Name: books books_author_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.books
    ADD CONSTRAINT books_author_id_fkey FOREIGN KEY (author_id) REFERENCES public.authors(id);


--
-- PostgreSQL database dump complete
--


