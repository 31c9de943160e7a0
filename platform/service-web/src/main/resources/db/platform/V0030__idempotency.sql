-- What a create led to, by the caller's own key; written in the transaction that creates.

create table idempotency_key (
    municipality uuid        not null,
    person       uuid        not null,
    route        text        not null,
    key          text        not null,
    body_hash    text        not null,
    resource     uuid        not null,
    location     text        not null,
    revision     bigint      not null,
    created_at   timestamptz not null default now(),
    primary key (municipality, person, route, key)
);

select enable_city_policy('idempotency_key');
