create table prices (id integer primary key, amount numeric not null);
alter table publishers add column name text;
