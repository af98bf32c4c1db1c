-- Who writes
create type mood as enum ('grave', 'merry');

create table authors (
    id bigint generated always as identity primary key,
    name text not null default 'anonymous; or so',
    mood mood not null default 'grave'
);
