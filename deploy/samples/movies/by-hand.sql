-- What somebody ran on production, one evening in psql.
create table activity_logs (
    id bigserial primary key,
    user_id text,
    action text not null,
    details jsonb,
    at timestamp(3) not null default current_timestamp
);
create index activity_logs_user_id_at_idx on activity_logs (user_id, at);

create table error_logs (
    id bigserial primary key,
    message text not null,
    stack text,
    at timestamp(3) not null default current_timestamp
);

create table vaults (
    id serial primary key,
    owner_id text not null references users (id) on delete cascade on update cascade,
    name text not null
);

create table vault_movies (
    vault_id integer not null references vaults (id) on delete cascade on update cascade,
    movie_id integer not null references movies (id) on delete cascade on update cascade,
    primary key (vault_id, movie_id)
);
