-- Documents of plans, many at once.
alter table document_import add column edition uuid;
alter table document_import add column batch uuid;
alter table document_import add column batch_name text not null default '';
create index document_import_batch on document_import (municipality, batch) where batch is not null;

-- What a person should look at, one row per remark of a reading, so that it can be listed over all imports and ticked
-- off. The reading itself is never changed.
create table import_remark (
    municipality     uuid    not null,
    import           uuid    not null references document_import,
    ordinal          int     not null,
    span_start       int     not null,
    span_end         int     not null,
    key              text    not null,
    ja               text    not null,
    en               text    not null,
    decision         boolean not null,
    excerpt          text    not null,
    excerpt_start    int     not null,
    excerpt_end      int     not null,
    resolved_by      uuid,
    resolved_by_name text,
    resolved_at      timestamptz,
    -- 0 open decisions, 1 other open remarks, 2 what somebody has seen to
    rank             int     not null generated always as
        (case when resolved_at is not null then 2 when decision then 0 else 1 end) stored,
    primary key (import, ordinal)
);
create index import_remark_open on import_remark (municipality, rank, import desc, ordinal);

-- The owner's rows are hidden from it, too, while the policy is forced.
alter table document_import no force row level security;
insert into import_remark (municipality, import, ordinal, span_start, span_end, key, ja, en, decision, excerpt,
                           excerpt_start, excerpt_end)
select i.municipality, i.id, r.ordinality - 1, s.span_start, s.span_end, r.value ->> 'key', r.value ->> 'ja',
       r.value ->> 'en', (r.value ->> 'decision')::boolean, x.excerpt, 0, length(x.excerpt)
from document_import i
cross join jsonb_array_elements(i.reading -> 'remarks') with ordinality r
cross join lateral (select (r.value -> 'span' ->> 0)::int as span_start, (r.value -> 'span' ->> 1)::int as span_end) s
cross join lateral (select left(substr(i.source, s.span_start + 1, s.span_end - s.span_start), 80) as excerpt) x;
do $body$
begin
    if (select count(*) from import_remark)
       <> (select coalesce(sum(jsonb_array_length(reading -> 'remarks')), 0) from document_import) then
        raise exception 'remarks were lost';
    end if;
end
$body$;
alter table document_import force row level security;

select enable_city_policy('import_remark');

revoke delete on import_remark from ${app}, ${worker};
