-- +goose NO TRANSACTION
-- +goose Up
CREATE INDEX CONCURRENTLY authors_name ON authors (name);
CREATE INDEX CONCURRENTLY authors_mood ON authors (mood);
-- +goose Down
DROP INDEX CONCURRENTLY authors_name;
DROP INDEX CONCURRENTLY authors_mood;
