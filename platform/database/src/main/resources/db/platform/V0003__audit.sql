-- What was done, by whom. Rows are appended by the transaction that did it and are never changed;
-- the sealer gives each a number and a hash that includes the hash before it.
create table audit_entry (
    seq          bigint generated always as identity primary key,
    id           uuid        not null unique,
    municipality uuid        not null,
    object_id    uuid        not null,
    recorded_at  timestamptz not null,
    body         bytea       not null,
    number       bigint,
    hash         bytea,
    unique (municipality, number)
);
create index audit_entry_unsealed on audit_entry (seq) where number is null;
create index audit_entry_object on audit_entry (municipality, object_id, seq);

-- The end of each city's chain, so that entries cut off at the end are missed.
create table audit_chain (
    municipality uuid primary key,
    number       bigint not null,
    hash         bytea  not null
);

select enable_city_policy('audit_entry');
select enable_city_policy('audit_chain');
create policy sealer on audit_entry to ${worker} using (true) with check (true);
create policy sealer on audit_chain to ${worker} using (true) with check (true);

revoke all on audit_entry from ${app}, ${worker};
grant select, insert on audit_entry to ${app}, ${worker};
grant update (number, hash) on audit_entry to ${worker};
revoke all on audit_chain from ${app}, ${worker};
grant select on audit_chain to ${app};
grant select, insert, update on audit_chain to ${worker};
