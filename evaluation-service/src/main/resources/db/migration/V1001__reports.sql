-- 実績報告: one report per goal and round.
create table report (
    municipality     uuid        not null,
    id               uuid        not null,
    goal             uuid        not null,
    goal_revision    bigint      not null,
    goal_title       text        not null,
    sheet            uuid        not null,
    owner_unit       uuid        not null,
    named_units      uuid[]      not null,
    fiscal_year      integer     not null,
    round            text        not null,
    mode             text        not null,
    state            text        not null,
    revision         bigint      not null,
    -- counts every event of the report; the content's revision is counted apart
    version          bigint      not null,
    content          jsonb       not null,
    -- whether a person has written it; an offered result fills only what nobody touched
    touched          boolean     not null default false,
    last_writer      uuid,
    last_writer_name text        not null default '',
    updated_at       timestamptz not null,
    primary key (municipality, id),
    unique (municipality, goal, round)
);

create index report_sheet on report (municipality, fiscal_year, owner_unit, round);

-- Results that an imported document offers, kept until the goal is confirmed.
create table offered_result (
    municipality uuid        not null,
    goal         uuid        not null,
    import_id    uuid        not null,
    part         integer     not null,
    content      jsonb       not null,
    person       uuid,
    person_name  text        not null,
    offered_at   timestamptz not null,
    primary key (municipality, goal)
);

-- Which parts of imports were answered: applying one again changes nothing.
create table import_part (
    municipality uuid    not null,
    import_id    uuid    not null,
    part         integer not null,
    refusal      text,
    primary key (municipality, import_id, part)
);

select enable_city_policy('report');
select enable_city_policy('offered_result');
select enable_city_policy('import_part');
