create extension if not exists "uuid-ossp" with schema extensions;
create table profiles (
    id uuid primary key references auth.users (id) on delete cascade,
    token uuid not null default extensions.uuid_generate_v4(),
    name text
);
alter table profiles enable row level security;
create policy "Own profile" on profiles for select using (auth.uid() = id);
