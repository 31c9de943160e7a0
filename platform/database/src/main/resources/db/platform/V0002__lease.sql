-- One row per task that only one process may do at a time. The epoch goes up whenever the holder changes.
create table lease (
    name        text primary key,
    holder      uuid        not null,
    epoch       bigint      not null,
    valid_until timestamptz not null
);

revoke all on lease from ${app};
