-- How far each consumer is with each aggregate; moved by the transaction that holds the effect.
create table inbox (
    consumer          text        not null,
    aggregate_type    text        not null,
    aggregate_id      uuid        not null,
    aggregate_version bigint      not null,
    handled_at        timestamptz not null default clock_timestamp(),
    primary key (consumer, aggregate_type, aggregate_id)
);

-- Records no consumer could take, with all that is needed to try again.
create table inbox_parked (
    id                uuid primary key,
    consumer          text        not null,
    topic             text        not null,
    topic_partition   int         not null,
    topic_offset      bigint      not null,
    municipality      uuid,
    aggregate_type    text,
    aggregate_id      uuid,
    aggregate_version bigint,
    record_key        text        not null,
    headers           jsonb       not null,
    payload           bytea       not null,
    reason            text        not null,
    parked_at         timestamptz not null default clock_timestamp(),
    resolved_at       timestamptz,
    resolution        text,
    unique (consumer, topic, topic_partition, topic_offset)
);
create index inbox_parked_open on inbox_parked (consumer, aggregate_type, aggregate_id) where resolved_at is null;

revoke all on inbox, inbox_parked from ${app};
