-- What is to be announced: written by the transaction that did it, sent by the relay, kept 14 days.
-- A queue, not a cursor: whatever is not marked is sent, so a row that commits late is not missed.
create table outbox (
    seq               bigint generated always as identity primary key,
    event_id          uuid        not null,
    municipality      uuid        not null,
    aggregate_type    text        not null,
    aggregate_id      uuid        not null,
    aggregate_version bigint      not null check (aggregate_version > 0),
    topic             text        not null,
    record_key        text        not null,
    headers           jsonb       not null,
    payload           text        not null,
    created_at        timestamptz not null default clock_timestamp(),
    published_at      timestamptz,
    attempts          int         not null default 0,
    unique (aggregate_type, aggregate_id, aggregate_version)
);
create index outbox_unpublished on outbox (seq) where published_at is null;
create index outbox_published on outbox (published_at) where published_at is not null;

-- Aggregates whose next event the broker refuses for good; their events wait, the others go on.
create table outbox_parked (
    aggregate_type text        not null,
    aggregate_id   uuid        not null,
    reason         text        not null,
    parked_at      timestamptz not null default now(),
    primary key (aggregate_type, aggregate_id)
);

revoke all on outbox, outbox_parked from ${app};
grant insert on outbox to ${app};
