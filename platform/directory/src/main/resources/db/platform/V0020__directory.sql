-- The local copy of the city office, fed by the catalog's events. No city policy: the city
-- of a caller is found here. Written by the worker only.

create table directory_municipality (
    id           uuid primary key,
    municipality uuid  not null,
    body         jsonb not null
);

create table directory_unit (
    id           uuid primary key,
    municipality uuid  not null,
    body         jsonb not null
);
create index directory_unit_city on directory_unit (municipality);

create table directory_person (
    id           uuid primary key,
    municipality uuid  not null,
    body         jsonb not null
);
create index directory_person_city on directory_person (municipality);

create table directory_cycle (
    id           uuid primary key,
    municipality uuid  not null,
    body         jsonb not null
);
create index directory_cycle_city on directory_cycle (municipality);

create table directory_state (
    municipality uuid primary key,
    revision     bigint not null,
    heard_at     timestamptz
);

revoke insert, update, delete on directory_municipality, directory_unit, directory_person, directory_cycle, directory_state
    from ${app};
