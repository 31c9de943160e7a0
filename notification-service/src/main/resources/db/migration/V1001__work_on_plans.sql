-- Goals and reports may stand on the sheet of a plan's edition; a report's place there is found by its goal. What was
-- announced before has neither: it stands on its unit's sheet.
alter table work_item add column goal uuid;
alter table work_item add column edition uuid;
create index work_item_of_edition on work_item (municipality, fiscal_year, edition) where edition is not null;

create table plan_name (
    municipality uuid not null,
    edition      uuid not null,
    name         text not null,
    primary key (municipality, edition)
);
select enable_city_policy('plan_name');
