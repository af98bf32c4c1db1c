-- liquibase formatted sql

-- changeset ann:customers
/* the table; of customers */
CREATE TABLE customers (id integer PRIMARY KEY, email text NOT NULL);
-- rollback DROP TABLE customers;

--changeset ann:function-with-comments splitStatements:false
CREATE FUNCTION customer_count() RETURNS bigint LANGUAGE plpgsql AS $$
BEGIN
    -- this comment goes; as stripComments is true
    RETURN (SELECT count(*) FROM customers /* all of them */);
END;
$$;
--rollback DROP FUNCTION customer_count();

--changeset ann:function-with-kept-comments splitStatements:false stripComments:false
CREATE FUNCTION newest_customer() RETURNS integer LANGUAGE plpgsql AS $$
BEGIN
    -- this comment stays
    RETURN (SELECT max(id) FROM customers);
END;
$$;

--changeset ann:delimiter endDelimiter:@@
CREATE FUNCTION twice(n integer) RETURNS integer LANGUAGE sql AS $$
    SELECT n * 2;
$$ @@
CREATE TABLE twins (id integer PRIMARY KEY)
@@

--changeset ann:begin-and-end
CREATE FUNCTION thrice(n integer) RETURNS integer LANGUAGE plpgsql AS $$ BEGIN RETURN n * 3; END $$;
DO $$ BEGIN PERFORM 1; PERFORM 2; END $$;

--changeset "ann smith":"an id with blanks" labels:a,b
CREATE TABLE notes (id integer PRIMARY KEY, body text DEFAULT 'a -- b /* c */ d; e');
COMMENT ON TABLE notes IS '
 two
 lines ';

--changeset ann:concurrently runInTransaction:false
CREATE INDEX CONCURRENTLY customers_email_idx ON customers (email);
CREATE INDEX CONCURRENTLY notes_body_idx ON notes (body);

--ignoreLines:start
this is not SQL
--ignoreLines:end
--changeset ann:slash
CREATE TABLE slashes (id integer)
/
CREATE TABLE more_slashes (id integer)
GO
COMMENT ON TABLE slashes IS 'ten / two'
