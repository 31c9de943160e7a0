-- A sheet belongs to a unit, or to an edition of a plan, in a fiscal year. The goals of a plan's sheet keep owners of
-- their own.
alter table goal_sheet add column edition uuid;
alter table goal_sheet alter column owner_unit drop not null;
alter table goal_sheet drop constraint goal_sheet_municipality_fiscal_year_owner_unit_key;
alter table goal_sheet add constraint goal_sheet_has_one_owner check ((owner_unit is null) <> (edition is null));
create unique index goal_sheet_unit on goal_sheet (municipality, fiscal_year, owner_unit) where edition is null;
create unique index goal_sheet_edition on goal_sheet (municipality, fiscal_year, edition) where edition is not null;

alter table goal add column edition uuid;
create index goal_edition on goal (municipality, fiscal_year, edition) where edition is not null;

-- The plan as the registered document gave it. Its edition may be unknown to the copy of the catalog until the catalog
-- has taken it over.
create table sheet_plan (
    sheet        uuid primary key references goal_sheet,
    municipality uuid not null,
    edition      uuid not null,
    dimension    text not null,
    plan_name    text not null,
    name         text not null,
    first_year   int  not null,
    last_year    int  not null,
    tree         jsonb not null
);
create index sheet_plan_edition on sheet_plan (municipality, edition);

select enable_city_policy('sheet_plan');
