-- 指標: what is measured, shared by the targets of several goals over the years.
create table indicator (
    id           uuid   primary key,
    municipality uuid   not null,
    name         text   not null,
    name_key     text   not null,
    unit         text   not null,
    direction    text   not null,
    kind         text   not null,
    revision     bigint not null,
    unique (municipality, name_key, unit)
);

-- Which targets cite it, derived from the goals' contents in the same transaction.
create table goal_indicator (
    municipality uuid not null,
    goal         uuid not null references goal on delete cascade,
    target       uuid not null,
    indicator    uuid not null references indicator,
    primary key (goal, target)
);
create index goal_indicator_indicator on goal_indicator (municipality, indicator);

-- What was reached: the figures of reports that name an indicator, as evaluation-service announces them.
create table reported_figure (
    municipality uuid   not null,
    report       uuid   not null,
    ordinal      int    not null,
    goal         uuid   not null,
    indicator    uuid   not null,
    fiscal_year  int    not null,
    round        text   not null,
    owner_unit   uuid   not null,
    named_units  uuid[] not null,
    state        text   not null,
    label        text   not null,
    written      text   not null,
    as_of        date,
    certainty    text   not null,
    value        numeric,
    unit         text,
    primary key (report, ordinal)
);
create index reported_figure_indicator on reported_figure (municipality, indicator);

select enable_city_policy('indicator');
select enable_city_policy('goal_indicator');
select enable_city_policy('reported_figure');

revoke delete on indicator from ${app}, ${worker};
revoke insert, update, delete on reported_figure from ${app};
