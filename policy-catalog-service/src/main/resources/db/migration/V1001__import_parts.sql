-- Which parts of imported documents were answered: each is taken over or refused once.
create table import_part (
    municipality uuid    not null,
    import_id    uuid    not null,
    part         integer not null,
    refusal      text,
    primary key (municipality, import_id, part)
);

select enable_city_policy('import_part');
revoke all on import_part from ${app};
revoke delete on import_part from ${worker};
