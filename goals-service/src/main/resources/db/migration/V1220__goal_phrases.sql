-- What was read in a goal's texts, derived from the content in the same transaction, as a person confirmed or corrected
-- it. Days are inclusive; an open end is null.
create table goal_schedule (
    municipality uuid not null,
    goal         uuid not null references goal on delete cascade,
    ordinal      int  not null,
    block        uuid not null,
    span_start   int  not null,
    span_end     int  not null,
    phrase       text not null,
    kind         text not null,
    start_day    date,
    end_day      date,
    label        text not null,
    recurrence   text,
    confidence   text not null,
    decision     text,
    primary key (goal, ordinal)
);
create index goal_schedule_end on goal_schedule (municipality, end_day) where end_day is not null;

create table goal_target (
    municipality      uuid    not null,
    goal              uuid    not null references goal on delete cascade,
    ordinal           int     not null,
    block             uuid    not null,
    span_start        int     not null,
    span_end          int     not null,
    phrase            text    not null,
    indicator         text,
    comparator        text    not null,
    comparator_stated boolean not null,
    value             numeric,
    unit              text,
    kind              text    not null,
    primary key (goal, ordinal)
);

select enable_city_policy('goal_schedule');
select enable_city_policy('goal_target');
