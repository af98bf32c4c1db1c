ALTER TABLE books ADD COLUMN pages integer;
