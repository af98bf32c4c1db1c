/* How many; see the catalogue */
create function count_books(author bigint) returns bigint language plpgsql stable as $body$
begin
    return (select count(*) from books where author_id = author);
end;
$body$;

create function has_books(author bigint) returns boolean language sql stable
begin atomic
    select exists (select from books where author_id = author);
end;

-- that is all
