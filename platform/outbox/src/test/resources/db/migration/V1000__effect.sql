create table effect (
    seq          bigint generated always as identity primary key,
    municipality uuid   not null,
    aggregate_id uuid   not null,
    version      bigint not null
);
select enable_city_policy('effect');

create table thing (
    id           uuid primary key,
    municipality uuid   not null,
    version      bigint not null
);
select enable_city_policy('thing');
