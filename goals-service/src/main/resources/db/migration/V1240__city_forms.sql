-- A city's own forms: the template as it was sent, and which of its heads is which field.
create table city_form (
    id              uuid primary key,
    municipality    uuid        not null,
    name            text        not null,
    kind            text        not null,
    file_name       text        not null,
    sha256          text        not null,
    template        bytea       not null,
    mapping         jsonb       not null,
    revision        bigint      not null,
    created_by      uuid        not null,
    created_by_name text        not null,
    created_at      timestamptz not null,
    unique (municipality, name)
);

select enable_city_policy('city_form');

revoke insert, update, delete on city_form from ${worker};
