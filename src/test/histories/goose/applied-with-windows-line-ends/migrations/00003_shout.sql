-- +goose Up
-- +goose StatementBegin
CREATE FUNCTION shout(title text) RETURNS text LANGUAGE plpgsql AS $$
BEGIN
    -- loud
    RETURN upper(title);

END;
$$;
-- +goose StatementEnd

-- +goose Down
-- +goose StatementBegin
DROP FUNCTION shout;
-- +goose StatementEnd
