-- select enable_city_policy('goal');  puts a table under the rule "only rows of the city named by this transaction".
-- The setting is '' and not NULL once a connection has carried it, hence nullif.
create function enable_city_policy(city_table regclass) returns void
language plpgsql as $body$
begin
    execute format('alter table %s enable row level security', city_table);
    execute format('alter table %s force row level security', city_table);
    execute format(
        'create policy city on %s'
        ' using (municipality = nullif(current_setting(''meguri.municipality'', true), '''')::uuid)'
        ' with check (municipality = nullif(current_setting(''meguri.municipality'', true), '''')::uuid)',
        city_table);
end
$body$;

revoke execute on function enable_city_policy(regclass) from public, ${app}, ${worker};
