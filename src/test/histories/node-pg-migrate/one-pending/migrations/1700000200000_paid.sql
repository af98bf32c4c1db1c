CREATE FUNCTION paid(customer integer) RETURNS bigint LANGUAGE plpgsql AS $$
BEGIN
  -- {customer} is no parameter here
  RETURN (SELECT count(*) FROM orders WHERE customer_id = customer AND status = 'paid');
END;
$$
