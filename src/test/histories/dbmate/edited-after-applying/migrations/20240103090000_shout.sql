-- Titles are loud.

-- migrate:up
CREATE FUNCTION shout(title text) RETURNS text LANGUAGE plpgsql AS $$
BEGIN
    RETURN upper(title);
END;
$$;

-- migrate:down
DROP FUNCTION shout;
