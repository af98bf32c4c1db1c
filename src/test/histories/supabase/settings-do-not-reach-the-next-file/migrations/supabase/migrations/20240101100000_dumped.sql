SET statement_timeout = 0;
SELECT pg_catalog.set_config('search_path', '', false);
CREATE TABLE public.authors (id integer PRIMARY KEY);
RESET statement_timeout;
