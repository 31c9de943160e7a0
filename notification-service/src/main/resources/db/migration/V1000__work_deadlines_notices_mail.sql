-- What notification-service knows of the work of others, and what it has told whom.

-- Goals and reports as far as they matter for "whose turn is it" (work/).
create table work_item (
    id           uuid primary key,
    municipality uuid        not null,
    kind         text        not null check (kind in ('GOAL', 'REPORT')),
    sheet        uuid        not null,
    owner_unit   uuid        not null,
    fiscal_year  int         not null,
    round        text        not null default '',
    part         text        not null,
    title        text        not null,
    state        text        not null,
    mode         text        not null,
    last_writer  uuid,
    changed_at   timestamptz not null
);
create index work_item_of_unit on work_item (municipality, fiscal_year, owner_unit, kind);
select enable_city_policy('work_item');

-- Entry periods and units as the catalog announced them (deadline/).
create table deadline_cycle (
    id           uuid primary key,
    municipality uuid  not null,
    fiscal_year  int   not null,
    mode         text  not null,
    windows      jsonb not null,
    unique (municipality, fiscal_year)
);
select enable_city_policy('deadline_cycle');

create table deadline_unit (
    id           uuid primary key,
    municipality uuid  not null,
    kind         text  not null,
    years        jsonb not null
);
create index deadline_unit_of_city on deadline_unit (municipality);
select enable_city_policy('deadline_unit');

-- One deadline per window and unit; the next step of its ladder stands in due_step.
create table deadline (
    id           uuid primary key,
    municipality uuid        not null,
    window_id    uuid        not null,
    unit         uuid        not null,
    fiscal_year  int         not null,
    kind         text        not null,
    round        text        not null default '',
    opens_at     timestamptz not null,
    due_at       timestamptz not null,
    unique (window_id, unit)
);
create index deadline_of_year on deadline (municipality, fiscal_year);
select enable_city_policy('deadline');

-- What is due when, over all cities: ids and times only, therefore without a policy. Worker only.
create table due_step (
    deadline      uuid primary key,
    municipality  uuid        not null,
    due_on        date        not null,
    days          int         not null,
    at            timestamptz not null,
    claimed_until timestamptz
);
create index due_step_at on due_step (at);

-- The inbox (notice/). The business key makes a notice exist once per person.
create table notice (
    id           uuid primary key,
    municipality uuid        not null,
    person       uuid        not null,
    business_key text        not null,
    kind         text        not null,
    facts        jsonb       not null,
    link         text        not null,
    due_on       date,
    created_at   timestamptz not null,
    read_at      timestamptz,
    unique (person, business_key)
);
create index notice_inbox on notice (municipality, person, id desc);
create index notice_unread on notice (municipality, person) where read_at is null;
select enable_city_policy('notice');

-- Which items one notice is about: six goals submitted at once are one notice.
create table notice_item (
    municipality uuid not null,
    notice       uuid not null references notice (id) on delete cascade,
    item         uuid not null,
    primary key (notice, item)
);
select enable_city_policy('notice_item');

-- Letters to be sent (mail/), one per notice at most.
create table mail (
    id           uuid primary key,
    municipality uuid        not null,
    notice       uuid        not null unique references notice (id),
    person       uuid        not null,
    address      text        not null,
    message_id   text        not null,
    state        text        not null check (state in ('QUEUED', 'SENT', 'FAILED')),
    attempts     int         not null default 0,
    last_error   text        not null default '',
    created_at   timestamptz not null,
    sent_at      timestamptz
);
select enable_city_policy('mail');

create table due_mail (
    mail          uuid primary key,
    municipality  uuid        not null,
    at            timestamptz not null,
    claimed_until timestamptz
);
create index due_mail_at on due_mail (at);

-- What a planner noted or sent to a unit (submission/).
create table contact (
    id           uuid primary key,
    municipality uuid        not null,
    unit         uuid        not null,
    fiscal_year  int         not null,
    kind         text        not null check (kind in ('NOTE', 'REQUEST')),
    text         text        not null,
    by_person    uuid        not null,
    by_name      text        not null,
    at           timestamptz not null
);
create index contact_of_unit on contact (municipality, fiscal_year, unit, at desc);
select enable_city_policy('contact');
