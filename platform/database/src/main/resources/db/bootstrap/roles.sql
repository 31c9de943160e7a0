-- The roles of one database. Run by a superuser, connected to that database; running it again changes nothing
-- but the passwords. Placeholders (same notation as envsubst):
--   ${database}  ${migrator_password}  ${app_password}  ${worker_password}  ${public_read_password}
--
-- migrator     owns the schema, runs the migrations, nothing else
-- app          answers requests
-- worker       relay, inbox consumers, due queue, sealer
-- public_read  what is released; sees only what a migration grants it

do $roles$
declare
    role_name text;
begin
    foreach role_name in array array['migrator', 'app', 'worker', 'public_read'] loop
        if not exists (select from pg_roles where rolname = '${database}_' || role_name) then
            execute format('create role %I', '${database}_' || role_name);
        end if;
    end loop;
end
$roles$;

alter role ${database}_migrator with login nosuperuser nocreatedb nocreaterole nobypassrls password '${migrator_password}';
alter role ${database}_app with login nosuperuser nocreatedb nocreaterole nobypassrls password '${app_password}';
alter role ${database}_worker with login nosuperuser nocreatedb nocreaterole nobypassrls password '${worker_password}';
alter role ${database}_public_read with login nosuperuser nocreatedb nocreaterole nobypassrls password '${public_read_password}';

revoke all on database ${database} from public;
grant connect on database ${database}
    to ${database}_migrator, ${database}_app, ${database}_worker, ${database}_public_read;

alter schema public owner to ${database}_migrator;
revoke all on schema public from public;
grant usage on schema public to ${database}_app, ${database}_worker, ${database}_public_read;

alter default privileges for role ${database}_migrator in schema public
    grant select, insert, update, delete on tables to ${database}_app, ${database}_worker;
alter default privileges for role ${database}_migrator in schema public
    grant usage, select on sequences to ${database}_app, ${database}_worker;
alter default privileges for role ${database}_migrator
    revoke execute on functions from public;
alter default privileges for role ${database}_migrator in schema public
    grant execute on functions to ${database}_app, ${database}_worker;
