-- +goose NO TRANSACTION
-- +goose Up
CREATE INDEX CONCURRENTLY authors_mood ON authors (mood);
ALTER TABLE authors ADD UNIQUE (name);
-- +goose Down
DROP INDEX CONCURRENTLY authors_mood;
