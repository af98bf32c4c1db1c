COMMENT ON TABLE customers IS 'Dear ${name}';
