-- What evaluation-service keeps of the goals, the cycle, the plans and the grading
-- schemes. Fed by events alone; rows may arrive in any order across topics.

-- One row per goal that was ever announced; content only from its confirmed revisions.
create table goal_copy (
    municipality       uuid    not null,
    id                 uuid    not null,
    sheet              uuid    not null,
    owner_unit         uuid    not null,
    fiscal_year        integer not null,
    kind               text    not null,
    number             integer not null,
    state              text    not null,
    revision           bigint  not null,
    confirmed_revision bigint,
    mode               text    not null,
    deleted            boolean not null default false,
    primary key (municipality, id)
);

create index goal_copy_sheet on goal_copy (municipality, fiscal_year, owner_unit);

create table goal_revision (
    municipality uuid   not null,
    goal         uuid   not null,
    revision     bigint not null,
    content      jsonb  not null,
    primary key (municipality, goal, revision)
);

create table cycle_copy (
    municipality uuid    not null,
    fiscal_year  integer not null,
    mode         text    not null,
    rounds       text[]  not null,
    primary key (municipality, fiscal_year)
);

create table grading_scheme (
    municipality uuid    not null,
    id           uuid    not null,
    name         text    not null,
    first_year   integer not null,
    last_year    integer not null,
    grades       jsonb   not null,
    primary key (municipality, id)
);

create table plan_name (
    municipality uuid    not null,
    edition      uuid    not null,
    dimension    text    not null,
    name         text    not null,
    first_year   integer not null,
    last_year    integer not null,
    primary key (municipality, edition)
);

select enable_city_policy('goal_copy');
select enable_city_policy('goal_revision');
select enable_city_policy('cycle_copy');
select enable_city_policy('grading_scheme');
select enable_city_policy('plan_name');
