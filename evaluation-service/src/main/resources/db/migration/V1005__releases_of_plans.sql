-- A release shows the sheet of a unit, or that of a plan's edition: then owner_unit is the edition, and unit_code and
-- unit_name are what the plan is called in the open address and on the page.
alter table release add column of_plan boolean not null default false;
