ALTER TABLE orders ADD COLUMN note text;
CREATE INDEX CONCURRENTLY orders_note_idx ON orders (note);
CREATE FUNCTION shout(note text) RETURNS text LANGUAGE sql AS $$ SELECT upper(note || '; !'); $$;
