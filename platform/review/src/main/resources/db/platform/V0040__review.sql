-- What goals and reports keep of their way from clerk to planning division.

create table content_history (
    seq          bigint generated always as identity primary key,
    municipality uuid        not null,
    item         uuid        not null,
    revision     bigint      not null,
    occasion     text        not null,
    content      jsonb       not null,
    actor        uuid        not null,
    actor_name   text        not null,
    at           timestamptz not null
);
create index content_history_item on content_history (municipality, item, seq desc);

create table working_copy (
    municipality  uuid        not null,
    item          uuid        not null,
    person        uuid        not null,
    base_revision bigint      not null,
    content       jsonb       not null,
    updated_at    timestamptz not null,
    primary key (item, person)
);

create table review_comment (
    id           uuid primary key,
    municipality uuid        not null,
    item         uuid        not null,
    anchor       text,
    text         text        not null,
    author       uuid        not null,
    author_name  text        not null,
    revision     bigint      not null,
    in_reply_to  uuid,
    at           timestamptz not null
);
create index review_comment_item on review_comment (municipality, item, at);

select enable_city_policy('content_history');
select enable_city_policy('working_copy');
select enable_city_policy('review_comment');

-- What was read stays what was read.
revoke update, delete, truncate on content_history from ${app}, ${worker};
