create table books (
    id bigint generated always as identity primary key,
    author_id bigint not null references authors (id),
    title text not null
);
create index books_title on books (title);;
alter table books enable row level security;
create policy "Books can be read; by all" on books for select using (true);
