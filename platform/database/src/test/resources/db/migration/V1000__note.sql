create table note (
    id           uuid primary key,
    municipality uuid not null,
    text         text not null
);
select enable_city_policy('note');
