-- Imported documents: the source as it was sent, what was read in it, and the draft people correct.
create table document_import (
    id              uuid primary key,
    municipality    uuid        not null,
    name            text        not null,
    sha256          text        not null,
    encoding        text        not null,
    family          text        not null,
    state           text        not null,
    revision        bigint      not null,
    source          text        not null,
    reading         jsonb       not null,
    draft           jsonb       not null,
    unit            uuid,
    fiscal_year     int,
    sheet           uuid references goal_sheet,
    created_by      uuid        not null,
    created_by_name text        not null,
    created_at      timestamptz not null,
    closed_by       uuid,
    closed_by_name  text,
    closed_at       timestamptz
);
-- The same file is imported once, unless it was abandoned.
create unique index document_import_content on document_import (municipality, sha256) where state <> 'ABANDONED';
create index document_import_list on document_import (municipality, id desc);

-- What a registered import offered to other services, and what became of it.
create table import_part (
    municipality uuid not null,
    import       uuid not null references document_import,
    part         int  not null,
    content      text not null,
    state        text not null,
    reason_key   text not null default '',
    answered_at  timestamptz,
    primary key (import, part)
);

-- Which goals a document became.
create table import_goal (
    municipality uuid not null,
    import       uuid not null references document_import,
    ordinal      int  not null,
    goal         uuid not null,
    primary key (import, ordinal)
);
create index import_goal_goal on import_goal (municipality, goal);

select enable_city_policy('document_import');
select enable_city_policy('import_part');
select enable_city_policy('import_goal');

-- What was imported is never deleted.
revoke delete on document_import, import_part, import_goal from ${app}, ${worker};
revoke insert, update on document_import, import_goal from ${worker};
