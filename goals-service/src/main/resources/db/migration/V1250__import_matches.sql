-- What was offered by name, and what of it the other service had already under another id.
alter table import_part add column names jsonb not null default '{}';
alter table import_part add column matches jsonb not null default '[]';
