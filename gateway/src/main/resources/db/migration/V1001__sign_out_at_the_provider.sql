-- What a sign-out tells the provider, and when a token is due before it is urgent.

alter table session_token
    add column id_token bytea,
    -- gateways of the release before do not set it: their tokens are due at once
    add column renew_at timestamptz not null default now();

comment on column session_token.id_token is 'Sealed like the others; names the sign-in to end at the provider';
