-- 公表. The canonical bytes of a document never change once written; only the state does.
create table release (
    municipality    uuid        not null,
    id              uuid        not null,
    sheet           uuid        not null,
    owner_unit      uuid        not null,
    fiscal_year     integer     not null,
    kind            text        not null,
    edition         integer     not null,
    state           text        not null check (state in ('SCHEDULED', 'PUBLISHED', 'SUPERSEDED', 'WITHDRAWN')),
    version         bigint      not null,
    mode            text        not null,
    document        text        not null,
    sha256          text        not null,
    decision_date   date        not null,
    document_number text        not null,
    publish_at      timestamptz not null,
    withdrawn_why   text        not null default '',
    released_by     uuid        not null,
    released_by_name text       not null,
    -- what the open address is made of, as it was when the document was decided
    city_slug       text        not null,
    city_name       text        not null,
    unit_code       text        not null,
    unit_name       text        not null,
    unit_ordinal    integer     not null,
    primary key (municipality, id),
    unique (municipality, owner_unit, fiscal_year, edition)
);

-- One current edition and one scheduled one at a time.
create unique index release_current on release (municipality, owner_unit, fiscal_year) where state = 'PUBLISHED';
create unique index release_scheduled on release (municipality, owner_unit, fiscal_year) where state = 'SCHEDULED';
create index release_address on release (city_slug, fiscal_year, unit_code);
create index release_due on release (publish_at) where state = 'SCHEDULED';

create table release_item (
    municipality    uuid   not null,
    release         uuid   not null,
    goal            uuid   not null,
    goal_revision   bigint not null,
    report          uuid,
    report_revision bigint,
    primary key (municipality, release, goal),
    foreign key (municipality, release) references release (municipality, id)
);

select enable_city_policy('release');
select enable_city_policy('release_item');

-- The due queue finds scheduled releases of every city, then publishes each in its city.
create policy due on release for select to ${worker} using (state = 'SCHEDULED');

create function release_document_is_immutable() returns trigger language plpgsql as $$
begin
    if new.document is distinct from old.document or new.sha256 is distinct from old.sha256 then
        raise exception 'the document of release % cannot be changed', old.id using errcode = 'integrity_constraint_violation';
    end if;
    return new;
end
$$;

create trigger release_document_is_immutable before update on release
    for each row execute function release_document_is_immutable();

-- Anyone may read what is published, and nothing else: the public pages' role sees these
-- rows of every city and these columns, whatever city the transaction names.
create policy published on release for select to ${public_read}
    using (state in ('PUBLISHED', 'SUPERSEDED'));
grant select (fiscal_year, kind, edition, state, document, sha256, publish_at, city_slug, city_name, unit_code,
    unit_name, unit_ordinal) on release to ${public_read};
