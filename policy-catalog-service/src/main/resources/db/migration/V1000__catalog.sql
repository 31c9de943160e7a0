-- Which cities and tenants there are, and whose provider is whose. Nothing of a city's content, hence no city
-- policy: both are needed to find the city.
create table tenant (
    municipality uuid primary key,
    slug         text not null unique
);

create table tenant_issuer (
    issuer       text primary key,
    municipality uuid not null references tenant
);
create index tenant_issuer_tenant on tenant_issuer (municipality);

-- One row per aggregate; body is the state its events announce, revision their version.
create table municipality (
    id           uuid primary key,
    municipality uuid   not null references tenant,
    body         jsonb  not null,
    revision     bigint not null,
    check (id = municipality)
);

create table unit (
    id           uuid primary key,
    municipality uuid   not null references tenant,
    body         jsonb  not null,
    revision     bigint not null
);
create unique index unit_code on unit (municipality, (body ->> 'code'));

create table person (
    id           uuid primary key,
    municipality uuid   not null references tenant,
    body         jsonb  not null,
    revision     bigint not null
);
create index person_page on person (municipality, id);
create unique index person_subject on person (municipality, (body ->> 'issuer'), (body ->> 'subject'));
create index person_member on person using gin (body jsonb_path_ops);

create table plan (
    id           uuid primary key,
    municipality uuid   not null references tenant,
    body         jsonb  not null,
    revision     bigint not null
);
create unique index plan_dimension on plan (municipality, (body ->> 'dimension'));

create table plan_edition (
    id           uuid primary key,
    municipality uuid   not null references tenant,
    body         jsonb  not null,
    revision     bigint not null
);
create index plan_edition_city on plan_edition (municipality);

create table grading_scheme (
    id           uuid primary key,
    municipality uuid   not null references tenant,
    body         jsonb  not null,
    revision     bigint not null
);
create index grading_scheme_city on grading_scheme (municipality);

create table cycle (
    id           uuid primary key,
    municipality uuid   not null references tenant,
    body         jsonb  not null,
    revision     bigint not null
);
create unique index cycle_year on cycle (municipality, (body ->> 'fiscalYear'));

create table heartbeat (
    municipality uuid primary key references tenant,
    id           uuid   not null,
    version      bigint not null
);

select enable_city_policy('municipality');
select enable_city_policy('unit');
select enable_city_policy('person');
select enable_city_policy('plan');
select enable_city_policy('plan_edition');
select enable_city_policy('grading_scheme');
select enable_city_policy('cycle');
select enable_city_policy('heartbeat');

-- Nothing of the catalog is ever deleted; it ends by its years and days.
revoke delete on municipality, unit, person, plan, plan_edition, grading_scheme, cycle, tenant from ${app}, ${worker};
