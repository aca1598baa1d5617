-- Tier sets are drafted, proposed, published and rolled back over HTTP, as rules are. What is published already stays as it is, and is the
-- first set, 'main'. The version of the service before this one reads and inserts published rows only, which the defaults still allow.
alter table tier_set_version
    add column code         text        not null default 'main' check (code ~ '^[a-z][a-z0-9-]{0,49}$'),
    add column status       text        not null default 'PUBLISHED' check (status in ('DRAFT', 'PROPOSED', 'PUBLISHED')),
    add column drafted_by   text        not null default 'migration' check (length(drafted_by) between 1 and 200),
    add column drafted_at   timestamptz not null default now(),
    add column proposed_by  text        check (length(proposed_by) between 1 and 200),
    add column proposed_at  timestamptz,
    add column published_by text        check (length(published_by) between 1 and 200),
    add column published_at timestamptz,
    -- As it was written: a second operator approves a hash of these characters.
    alter column document type text using document::text,
    alter column effective_from drop not null,
    drop constraint tier_set_version_pkey,
    add primary key (code, version),
    add constraint tier_set_version_document_json check (document is json),
    add constraint tier_set_version_effective check ((status = 'DRAFT') = (effective_from is null)),
    add constraint tier_set_version_proposed check (status <> 'PROPOSED' or (proposed_by is not null and proposed_at is not null));

create function refuse_tier_set_change() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and old.status <> 'PUBLISHED' and (new.code, new.version) = (old.code, old.version) then
        return new;
    end if;
    raise exception 'a published tier set never changes, and versions are numbered without gaps: publish another version';
end $$;
create trigger tier_set_version_is_immutable before update or delete on tier_set_version
    for each row execute function refuse_tier_set_change();
create trigger tier_set_version_is_kept before truncate on tier_set_version
    for each statement execute function refuse_tier_set_change();

-- What is published already has an entry too: from now on nothing is in force without one.
insert into audit_entry (id, actor, action, subject_kind, subject_id, state_after, reason)
select gen_random_uuid(), 'migration', 'TIER_SET_PUBLISHED', 'TIER_SET', code || '/' || version,
       json_build_object('status', status, 'definition', document::json, 'effectiveFrom', effective_from)::text,
       'published before entries were kept'
from tier_set_version;

-- Long work in pages under a claim: ADR 22. One table for all kinds.
create table job (
    id           uuid        not null primary key,
    kind         text        not null check (kind ~ '^[A-Z][A-Z_]{0,49}$'),
    request      text        not null check (request is json),
    state        text        not null check (state in ('RUNNING', 'DONE', 'CANCELLED', 'FAILED')),
    position     text        not null default '', -- the end of the last page
    result       text        not null default '{}' check (result is json),
    done         bigint      not null default 0 check (done >= 0),
    total        bigint      not null check (total >= 0),
    requested_by text        not null check (length(requested_by) between 1 and 200),
    requested_at timestamptz not null,
    worked_at    timestamptz,                    -- when the last page was committed
    finished_at  timestamptz,
    claim_id     uuid,
    lease_until  timestamptz,
    attempts     integer     not null default 0 check (attempts >= 0), -- of the next page
    failure      text,
    check ((state = 'RUNNING') = (finished_at is null)),
    check (state <> 'FAILED' or failure is not null)
) with (fillfactor = 75);
create index job_that_waits on job (worked_at nulls first, id) where state = 'RUNNING';
