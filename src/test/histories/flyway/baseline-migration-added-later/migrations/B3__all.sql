CREATE TABLE everything (id integer)
