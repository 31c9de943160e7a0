-- Sessions of people, not data of a city: no municipality, no row policy.

create table web_session (
    id_hash    text        not null primary key,
    issuer     text        not null,
    subject    text        not null,
    attributes jsonb       not null,
    created_at timestamptz not null,
    used_at    timestamptz not null,
    expires_at timestamptz not null
);

comment on table web_session is 'Sessions of browsers; id_hash is SHA-256 of the id in the cookie';

create index web_session_expires_at on web_session (expires_at);
create index web_session_person on web_session (issuer, subject);

create table session_token (
    id_hash       text        not null primary key references web_session on update cascade on delete cascade,
    access_token  bytea       not null,
    refresh_token bytea,
    expires_at    timestamptz not null
);

comment on table session_token is 'The provider''s tokens of a session, each sealed with AES-256-GCM';
