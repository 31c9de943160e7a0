-- 目標シートと目標. The sheet holds the order and counts its events; everything else belongs to the goal.

create table goal_sheet (
    id                 uuid primary key,
    municipality       uuid   not null,
    fiscal_year        int    not null,
    owner_unit         uuid   not null,
    structure_revision bigint not null default 0,
    seq                bigint not null default 0,
    unique (municipality, fiscal_year, owner_unit)
);

create table goal (
    id               uuid primary key,
    municipality     uuid        not null,
    sheet            uuid        not null references goal_sheet,
    owner_unit       uuid        not null,
    fiscal_year      int         not null,
    kind             text        not null,
    number           int         not null,
    state            text        not null,
    revision         bigint      not null,
    version          bigint      not null,
    content          jsonb       not null,
    named_units      uuid[]      not null,
    last_writer      uuid,
    last_writer_name text        not null,
    updated_at       timestamptz not null,
    unique (sheet, kind, number) deferrable initially deferred
);
create index goal_owner on goal (municipality, fiscal_year, owner_unit);
create index goal_named on goal using gin (named_units);

-- Derived from the content in the same transaction.
create table goal_plan_link (
    municipality uuid not null,
    goal         uuid not null references goal on delete cascade,
    ordinal      int  not null,
    id           uuid not null,
    dimension    text not null,
    choice       text not null,
    node         uuid,
    code         text not null,
    title        text not null,
    primary key (goal, ordinal)
);
create index goal_plan_link_node on goal_plan_link (municipality, node) where node is not null;
create index goal_plan_link_unresolved on goal_plan_link (municipality) where choice = 'AS_PRINTED';

create table goal_search (
    goal         uuid primary key references goal on delete cascade,
    municipality uuid not null,
    body         text not null
);

-- Which releases show a goal; their goal may be unknown yet.
create table goal_release (
    municipality uuid not null,
    goal         uuid not null,
    release      uuid not null,
    kind         text not null,
    published    boolean not null,
    primary key (goal, release)
);
create index goal_release_release on goal_release (municipality, release);

-- The local copy of the city's plans, fed by the catalog's events.
create table plan_edition (
    id           uuid primary key,
    municipality uuid not null,
    dimension    text not null,
    plan_name    text not null,
    name         text not null,
    first_year   int  not null,
    last_year    int  not null
);

create table plan_node (
    id           uuid primary key,
    municipality uuid    not null,
    edition      uuid    not null references plan_edition on delete cascade,
    parent       uuid,
    position     int     not null,
    path         text    not null,
    code         text    not null,
    title        text,
    linkable     boolean not null,
    search       text    not null
);
create index plan_node_edition on plan_node (municipality, edition, position);

select enable_city_policy('goal_sheet');
select enable_city_policy('goal');
select enable_city_policy('goal_plan_link');
select enable_city_policy('goal_search');
select enable_city_policy('goal_release');
select enable_city_policy('plan_edition');
select enable_city_policy('plan_node');

revoke insert, update, delete on plan_edition, plan_node, goal_release from ${app};
