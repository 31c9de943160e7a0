-- Goals of a plan stand on the sheet of an edition, not on their unit's.
alter table goal_copy add column edition uuid;
create index goal_copy_edition on goal_copy (municipality, fiscal_year, edition) where edition is not null;

-- A scheme that a plan brings along grades that plan's goals only.
alter table grading_scheme add column edition uuid;

alter table plan_name add column edition_name text not null default '';

-- What an import offered to the catalog and the catalog knows under another id.
create table catalog_match (
    municipality uuid not null,
    offered      uuid not null,
    present      uuid not null,
    primary key (municipality, offered)
);

-- Plans that imports offered to the catalog: which grades come with them, and whether they were refused. The offer
-- and its answer come over different topics, in any order.
create table plan_part (
    municipality uuid    not null,
    import_id    uuid    not null,
    part         integer not null,
    scheme       uuid,
    refused      boolean not null default false,
    primary key (municipality, import_id, part)
);

-- Offered results whose grades are in a scheme that is not known yet; answered when it is.
create table waiting_part (
    municipality uuid    not null,
    import_id    uuid    not null,
    part         integer not null,
    offer        jsonb   not null,
    primary key (municipality, import_id, part)
);

select enable_city_policy('catalog_match');
select enable_city_policy('plan_part');
select enable_city_policy('waiting_part');
