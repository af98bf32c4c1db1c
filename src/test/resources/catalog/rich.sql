-- Every form of every kind of object that is read, in one schema.
CREATE SCHEMA "My App";
CREATE SCHEMA extras;
CREATE EXTENSION pg_trgm SCHEMA extras;
CREATE EXTENSION citext;
CREATE EXTENSION hstore;
CREATE EXTENSION ltree;
CREATE EXTENSION "uuid-ossp";
CREATE EXTENSION pgcrypto;
CREATE EXTENSION btree_gist;
CREATE TYPE mood AS ENUM ('sad','ok','it''s');
CREATE TYPE "My App"."Odd" AS ENUM ();
CREATE TYPE addr AS (street text, zip varchar(10), "No" int);
CREATE TYPE floatrange AS RANGE (subtype = float8);
CREATE TABLE users (id serial PRIMARY KEY, email varchar(255) NOT NULL UNIQUE, name text COLLATE "C" DEFAULT 'x',
    status varchar(20) NOT NULL DEFAULT 'new' CHECK (status IN ('new','old')), m mood DEFAULT 'ok', tags text[]
    DEFAULT '{}', n numeric(10,2) DEFAULT -1, full_name text GENERATED ALWAYS AS (name || email) STORED, ci citext,
    created timestamptz DEFAULT now(), home addr) WITH (fillfactor=70);
CREATE TABLE "My App"."Order Items" ("Id" bigint GENERATED ALWAYS AS IDENTITY (START 10 INCREMENT 5) PRIMARY KEY,
    user_id int REFERENCES users ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED, during tstzrange, EXCLUDE USING
    gist (user_id WITH =, during WITH &&), UNIQUE (user_id, during));
CREATE INDEX users_lower ON users (lower(email)) WHERE status IN ('new','old');
CREATE UNIQUE INDEX ON users (name DESC NULLS LAST) INCLUDE (m);
CREATE INDEX trgm ON users USING gin (name extras.gin_trgm_ops);
CREATE TABLE p (id int NOT NULL, at date NOT NULL, v int DEFAULT 1 CHECK (v > 0), PRIMARY KEY (id, at)) PARTITION BY
    RANGE (at);
CREATE TABLE p1 PARTITION OF p (v DEFAULT 2) FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE TABLE p2 (at date NOT NULL, v int DEFAULT 1 CHECK (v > 0), id int NOT NULL);
ALTER TABLE p2 RENAME CONSTRAINT p2_v_check TO p_v_check;
ALTER TABLE p ATTACH PARTITION p2 DEFAULT;
CREATE INDEX p_v ON p (v);
CREATE TABLE base (a int, b0 text DEFAULT 'x');
CREATE TABLE child (c int, a int) INHERITS (base);
ALTER TABLE child ALTER b0 DROP DEFAULT;
CREATE VIEW active AS SELECT * FROM users WHERE status IN ('new','old') UNION ALL SELECT * FROM users;
CREATE VIEW v2 WITH (security_barrier) AS SELECT 'x' AS k, id FROM users;
CREATE MATERIALIZED VIEW mv AS SELECT id, email FROM users WITH NO DATA;
CREATE UNIQUE INDEX mv_id ON mv (id);
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.created := now(); RETURN NEW; END $$;
CREATE FUNCTION addone(a int, b varchar DEFAULT 'x', VARIADIC c numeric[] DEFAULT '{}') RETURNS TABLE (x int, y mood)
    LANGUAGE sql STABLE STRICT SECURITY DEFINER SET search_path = public, extras SET work_mem='1MB' AS
    'select 1, ''ok''::mood';
CREATE FUNCTION sqlbody(a int) RETURNS int RETURN a + 1;
CREATE PROCEDURE proc(INOUT a int, m mood) LANGUAGE plpgsql AS 'begin end';
CREATE AGGREGATE agg(int) (sfunc = int4pl, stype = int);
CREATE TRIGGER touch BEFORE UPDATE ON users FOR EACH ROW WHEN (OLD.status IN ('new','old')) EXECUTE FUNCTION touch();
CREATE TRIGGER ptouch BEFORE INSERT ON p FOR EACH ROW EXECUTE FUNCTION touch();
ALTER TABLE users DISABLE TRIGGER touch;
CREATE SEQUENCE free AS int START 5 CYCLE;
CREATE UNLOGGED TABLE ul (a int, b smallserial, CONSTRAINT "Odd Name" CHECK (a > 0) NOT VALID);
ALTER TABLE users ENABLE ROW LEVEL SECURITY;
ALTER TABLE ul REPLICA IDENTITY FULL;
CREATE TABLE defs (a varchar[] DEFAULT ARRAY['a','b'], b varchar(5)[] DEFAULT '{a}', c numeric(5,2) DEFAULT 1, d
    bigint DEFAULT -1, e timestamptz DEFAULT '2020-01-01', f interval DEFAULT '1 day', g char(3) DEFAULT 'x', h date
    DEFAULT CURRENT_DATE, i text DEFAULT upper('x'||'y'), j jsonb DEFAULT '{}', k int DEFAULT (1+2)*3, l text DEFAULT
    CASE WHEN random() > 0.5 THEN 'a' ELSE 'b' END, m varchar DEFAULT lower('x'), n float DEFAULT 0, o real DEFAULT
    1.5, p uuid DEFAULT gen_random_uuid(), q text DEFAULT current_user, r time DEFAULT LOCALTIME, s bytea DEFAULT
    '\x00', t bit(3) DEFAULT B'101', u text DEFAULT NULL, v varchar(10) DEFAULT NULL, w text COLLATE "C" DEFAULT ('x'
    COLLATE "C"), x money DEFAULT 5, y int[] DEFAULT '{1,2}', z smallint DEFAULT 5, aa text[] DEFAULT
    ARRAY[]::text[], bb text DEFAULT E'a\nb\\', cc boolean DEFAULT 'f', dd text GENERATED ALWAYS AS (CASE WHEN m IN
    ('a','b') THEN m ELSE 'c' END) STORED, "select" int, "Camel Case" int CHECK ("Camel Case" <> ALL (ARRAY[1,2])));
CREATE FUNCTION fdef(a varchar DEFAULT 'x', b text[] DEFAULT ARRAY['a','b'], c varchar[] DEFAULT ARRAY['a','b'], d numeric DEFAULT -1, OUT e int, VARIADIC f int[] DEFAULT '{}') LANGUAGE plpgsql COST 50 PARALLEL SAFE AS $f$
BEGIN
  e := 1; -- tab	 and spaces   
END;
$f$;
CREATE FUNCTION body2(x varchar) RETURNS bool LANGUAGE sql BEGIN ATOMIC SELECT x IN ('a','b'); SELECT true UNION
    SELECT 'f'; END;
CREATE TABLE lp (a text, b int) PARTITION BY LIST (lower(a));
CREATE TABLE lp1 PARTITION OF lp FOR VALUES IN ('a', NULL);
CREATE TABLE lp2 PARTITION OF lp FOR VALUES IN ('b') PARTITION BY HASH (b);
CREATE TABLE lp21 PARTITION OF lp2 FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE INDEX lp_b ON lp (b);
CREATE INDEX lp1_own ON lp1 (a);
ALTER TABLE lp1 ADD CHECK (b > 1);
ALTER TABLE lp1 ALTER b SET NOT NULL;
CREATE TABLE rp (a timestamptz, b varchar) PARTITION BY RANGE (a, b);
CREATE TABLE rp1 PARTITION OF rp FOR VALUES FROM ('2020-01-01', MINVALUE) TO ('2021-01-01', 'x');
CREATE TABLE refs (id int PRIMARY KEY, at date, FOREIGN KEY (id, at) REFERENCES p (id, at) NOT VALID);
CREATE TABLE prefs (id int, at date) PARTITION BY RANGE (id);
CREATE TABLE prefs1 PARTITION OF prefs FOR VALUES FROM (1) TO (2);
ALTER TABLE prefs ADD FOREIGN KEY (id, at) REFERENCES p;
CREATE TABLE cols (a int, gone int, b int, c text);
ALTER TABLE cols DROP gone;
CREATE INDEX ON cols (c, (b+a)) WHERE c IN ('x','y');
CREATE INDEX cols_full ON cols (a);
CREATE STATISTICS st ON a, b FROM cols;
ALTER TABLE cols ALTER c SET STORAGE EXTERNAL, ALTER b SET STATISTICS 50;
ALTER TABLE cols CLUSTER ON cols_full;
CREATE INDEX ON cols ((a+b));
ALTER INDEX cols_expr_idx ALTER COLUMN 1 SET STATISTICS 77;
CREATE TABLE multi (x int) INHERITS (base, cols);
CREATE TABLE lk (LIKE users INCLUDING ALL);
CREATE VIEW recur AS WITH RECURSIVE c(n, v) AS (SELECT 1, 'x'::varchar UNION ALL SELECT n+1, v FROM c WHERE n < 5 AND
    v IN ('x','y')) SELECT n FROM c;
CREATE VIEW exi AS SELECT id FROM users WHERE EXISTS (SELECT 'x', -1, NULL FROM p) WITH CASCADED CHECK OPTION;
ALTER VIEW exi ALTER id SET DEFAULT 5;
CREATE TRIGGER ct AFTER UPDATE ON users REFERENCING OLD TABLE AS o FOR EACH STATEMENT EXECUTE FUNCTION touch();
CREATE CONSTRAINT TRIGGER cct AFTER INSERT ON users DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.status = ANY
    (ARRAY['a','b'])) EXECUTE FUNCTION touch('arg', 'a''b');
CREATE TRIGGER iv INSTEAD OF INSERT ON v2 FOR EACH ROW EXECUTE FUNCTION touch();
CREATE TABLE ser (a int NOT NULL DEFAULT 1, id bigserial);
ALTER TABLE ser RENAME TO ser2;
CREATE TABLE self (id int PRIMARY KEY, parent int REFERENCES self, UNIQUE (id, parent) INCLUDE (parent) WITH
    (fillfactor=50), CHECK (id > 0) NO INHERIT);
ALTER TABLE self ADD CONSTRAINT fromidx UNIQUE (parent);
ALTER TABLE self REPLICA IDENTITY USING INDEX self_pkey;
ALTER TABLE self ALTER parent SET NOT NULL;
ALTER TABLE self DISABLE TRIGGER ALL;
CREATE UNIQUE INDEX u_inv ON self (parent, id);
CREATE TABLE idd (a int GENERATED BY DEFAULT AS IDENTITY (CACHE 5 CYCLE));
ALTER SEQUENCE idd_a_seq RENAME TO other_name;
CREATE TYPE pair AS (a mood[], b addr);
CREATE TABLE typed OF addr;
CREATE TABLE types (a pair[], b floatrange, c "My App"."Odd", d hstore, e bit varying(5), f interval day to
    second(3), g timestamp(3), h time with time zone, i "char", j name, k oid, l regclass);
CREATE FUNCTION trg_set() RETURNS trigger LANGUAGE plpgsql SET search_path = '' AS 'begin return new; end';
CREATE FUNCTION win(int) RETURNS SETOF users ROWS 5 LANGUAGE sql AS 'select * from public.users';
CREATE FUNCTION "Odd Fn"("Arg" "My App"."Odd", x "char", y timestamp(3) with time zone, z int[][]) RETURNS void
    LANGUAGE sql AS '';
COMMENT ON TABLE users IS 'people';
COMMENT ON COLUMN "My App"."Order Items"."Id" IS 'x';
COMMENT ON COLUMN v2.k IS 'x';
COMMENT ON CONSTRAINT self_pkey ON self IS 'x';
COMMENT ON TRIGGER touch ON users IS 'x';
COMMENT ON INDEX self_pkey IS 'x';
COMMENT ON TYPE addr IS 'x';
COMMENT ON COLUMN addr.zip IS 'x';
COMMENT ON SCHEMA public IS 'ours';
COMMENT ON FUNCTION sqlbody(int) IS 'x';
CREATE STATISTICS "My App"."St" (mcv) ON (lower(name)), email FROM users;
ALTER STATISTICS "My App"."St" SET STATISTICS 40;
CREATE PUBLICATION "Pub all" FOR ALL TABLES;
CREATE PUBLICATION pub FOR TABLE users, "My App"."Order Items" WITH (publish = 'insert', publish_via_partition_root);
CREATE DOMAIN "My App".email AS varchar(255) COLLATE "C" DEFAULT 'a@b' NOT NULL CHECK (VALUE LIKE '%@%');
CREATE DOMAIN few AS int[] CONSTRAINT "Not Many" CHECK (cardinality(VALUE) < 5);
ALTER DOMAIN few ADD CONSTRAINT later CHECK (VALUE[1] > 0) NOT VALID;
CREATE TYPE nested AS (d "My App".email, e few, "F" text COLLATE "C");
CREATE TABLE domained (a "My App".email DEFAULT 'x@y', b few, c nested[]);
CREATE RULE "Odd Rule" AS ON INSERT TO cols WHERE NEW.c IN ('x','y') DO INSTEAD (UPDATE cols SET a = 1; DELETE FROM ul);
CREATE RULE vr AS ON DELETE TO active DO INSTEAD NOTHING;
ALTER TABLE cols DISABLE RULE "Odd Rule";
CREATE POLICY "Odd Policy" ON users AS RESTRICTIVE FOR UPDATE TO CURRENT_USER, pg_monitor USING (status IN ('new','old'))
    WITH CHECK (id > 0);
CREATE POLICY readable ON users FOR SELECT USING (true);
CREATE FUNCTION etf() RETURNS event_trigger LANGUAGE plpgsql AS 'begin end';
CREATE EVENT TRIGGER "Odd Event" ON ddl_command_end WHEN TAG IN ('DROP VIEW', 'DROP TABLE') EXECUTE FUNCTION etf();
ALTER EVENT TRIGGER "Odd Event" ENABLE REPLICA;
ALTER TABLE p1 DISABLE TRIGGER ptouch;
CREATE INDEX opts ON users (n) WITH (fillfactor = 50, deduplicate_items = off) WHERE name = ' WITH (';
ALTER MATERIALIZED VIEW mv ALTER email SET STORAGE EXTERNAL, SET (toast.autovacuum_enabled = off);
CREATE FUNCTION settings() RETURNS int LANGUAGE sql SET search_path = "$user", public, '' SET "my.Setting" = 'it''s' AS 'select 1';
CREATE TYPE "My App"."Span" AS RANGE (subtype = text, collation = "C", subtype_opclass = text_pattern_ops);
CREATE TYPE tickrange AS RANGE (subtype = float8, subtype_diff = float8mi, multirange_type_name = "Ticks");
CREATE COLLATION "My App"."Co" (provider = icu, locale = 'de', deterministic = false);
CREATE COLLATION posix (lc_collate = 'POSIX', lc_ctype = 'C');
CREATE CONVERSION "My App"."Latin" FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;
CREATE FUNCTION to_mood(int) RETURNS mood LANGUAGE sql IMMUTABLE AS 'select ''ok''::mood';
CREATE CAST (int AS mood) WITH FUNCTION to_mood(int) AS ASSIGNMENT;
CREATE CAST ("My App"."Odd" AS text) WITH INOUT;
CREATE AGGREGATE "My App"."Agg (x)"(VARIADIC "any" ORDER BY VARIADIC "any") (sfunc = ordered_set_transition_multi,
    stype = internal, finalfunc = rank_final, finalfunc_extra, hypothetical);
CREATE AGGREGATE counted(*) (sfunc = int8inc, stype = int8, initcond = '0', parallel = safe);
CREATE FUNCTION same(mood, mood) RETURNS bool LANGUAGE sql IMMUTABLE AS 'select $1::text = $2::text';
CREATE OPERATOR "My App".=== (FUNCTION = same, LEFTARG = mood, RIGHTARG = mood, COMMUTATOR = OPERATOR("My App".===),
    RESTRICT = eqsel, JOIN = eqjoinsel, HASHES);
CREATE OPERATOR @#@ (FUNCTION = int4um, RIGHTARG = int);
CREATE FUNCTION hashed(mood) RETURNS int LANGUAGE sql IMMUTABLE AS 'select 1';
CREATE OPERATOR CLASS "My App"."Ops" FOR TYPE mood USING hash AS OPERATOR 1 "My App".===, FUNCTION 1 hashed(mood);
CREATE OPERATOR FAMILY fam USING btree;
ALTER OPERATOR FAMILY fam USING btree ADD OPERATOR 1 <(int, bigint), FUNCTION 1 (int, bigint) btint48cmp(int, bigint);
CREATE TEXT SEARCH DICTIONARY "My App"."Dict" (TEMPLATE = simple, stopwords = 'english', accept = false);
CREATE TEXT SEARCH CONFIGURATION "My App"."Conf" (COPY = english);
ALTER TEXT SEARCH CONFIGURATION "My App"."Conf" ALTER MAPPING FOR word, asciiword WITH "My App"."Dict", english_stem;
CREATE TEXT SEARCH PARSER prs (start = prsd_start, gettoken = prsd_nexttoken, end = prsd_end, lextypes = prsd_lextype);
CREATE TEXT SEARCH TEMPLATE tmpl (init = dsimple_init, lexize = dsimple_lexize);
CREATE ACCESS METHOD "Am" TYPE INDEX HANDLER hashhandler;
CREATE LANGUAGE "Lang" HANDLER plpgsql_call_handler;
CREATE FUNCTION from_mood(internal) RETURNS internal LANGUAGE internal STRICT IMMUTABLE AS 'int4in';
CREATE TRANSFORM FOR mood LANGUAGE "Lang" (FROM SQL WITH FUNCTION from_mood(internal));
CREATE EXTENSION postgres_fdw SCHEMA extras;
CREATE FOREIGN DATA WRAPPER "No one" VALIDATOR postgresql_fdw_validator;
CREATE SERVER "My Server" TYPE 'x' VERSION '1.0' FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host 'h', dbname 'd');
CREATE USER MAPPING FOR PUBLIC SERVER "My Server" OPTIONS (user 'x', password 'y');
CREATE FOREIGN TABLE "My App".remote (a int OPTIONS (column_name 'x') NOT NULL CHECK (a > 0), b text COLLATE "C" DEFAULT 'x')
    SERVER "My Server" OPTIONS (table_name 'it''s', updatable 'false');
CREATE FOREIGN TABLE rp2 PARTITION OF rp (b DEFAULT 'y') FOR VALUES FROM ('2030-01-01', MINVALUE) TO ('2031-01-01', 'x') SERVER "My Server";
