-- After every migration: the service may read and write rows and nothing else; tables whose comment begins with "append-only" it may only read
-- and append to. So neither a fault nor an attacker in the service can alter, truncate or rewrite what is kept for good.
do $$
declare
    application constant text := '${applicationRole}';
    relation record;
    permitted text;
begin
    if application = '' or application = current_user then
        raise warning 'migrations run as the role of the service itself: set quarkus.flyway.username and quarkus.flyway.password';
        return;
    end if;
    -- Replicas that start together would grant at the same time.
    perform pg_advisory_xact_lock(4206901031);
    execute format('grant usage on schema %I to %I', current_schema(), application);
    execute format('grant usage, select on all sequences in schema %I to %I', current_schema(), application);
    for relation in
        select oid::regclass as name, relkind, coalesce(obj_description(oid, 'pg_class'), '') like 'append-only%' as append_only
        from pg_class
        where relnamespace = current_schema()::regnamespace and relkind in ('r', 'p', 'v', 'm')
    loop
        permitted := case
            when relation.relkind in ('v', 'm') or relation.name::text = 'flyway_schema_history' then 'select'
            when relation.append_only then 'select, insert'
            else 'select, insert, update, delete'
        end;
        execute format('revoke all on %s from %I', relation.name, application);
        execute format('grant %s on %s to %I', permitted, relation.name, application);
    end loop;
end $$;
