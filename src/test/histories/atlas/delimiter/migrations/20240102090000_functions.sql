-- atlas:delimiter \n\n\n

CREATE FUNCTION one() RETURNS integer LANGUAGE sql BEGIN ATOMIC; SELECT 1; END;


CREATE FUNCTION two() RETURNS integer LANGUAGE sql AS $$ SELECT 2; $$
