-- Every service records who did what, and lets a second operator decide. points-service has both tables already, in this form: there
-- nothing changes.
create table if not exists audit_entry (
    id           uuid        not null primary key,
    actor        text        not null check (length(actor) between 1 and 200), -- stable name of the caller
    action       text        not null check (action ~ '^[A-Z][A-Z_]{0,49}$'),
    subject_kind text        not null check (subject_kind ~ '^[A-Z][A-Z_]{0,49}$'),
    subject_id   text        not null check (length(subject_id) between 1 and 200),
    state_before text        check (state_before is json),
    state_after  text        check (state_after is json),
    reason       text,
    trace_id     text,
    recorded_at  timestamptz not null default statement_timestamp(),
    tx           xid8        not null default pg_current_xact_id()
);
create unique index if not exists audit_entry_by_place on audit_entry (tx, id);
create index if not exists audit_entry_by_subject on audit_entry (subject_kind, subject_id, tx, id);
comment on table audit_entry is 'append-only: who did what';

create or replace function refuse_audit_change() returns trigger language plpgsql as $$
begin
    raise exception 'audit entries never change: record what corrects them';
end $$;
create or replace trigger audit_entry_is_immutable before update or delete or truncate on audit_entry
    for each statement execute function refuse_audit_change();

create table if not exists proposal (
    id           uuid        not null primary key,
    kind         text        not null check (kind ~ '^[A-Z][A-Z_]{0,49}$'),
    content      text        not null check (content is json),
    content_hash text        not null check (content_hash ~ '^[0-9a-f]{64}$'), -- when it was proposed
    proposed_by  text        not null check (length(proposed_by) between 1 and 200),
    proposed_at  timestamptz not null,
    expires_at   timestamptz not null check (expires_at > proposed_at),
    status       text        not null check (status in ('OPEN', 'APPROVED', 'REJECTED')),
    decided_by   text        check (length(decided_by) between 1 and 200 and decided_by <> proposed_by),
    decided_at   timestamptz check (decided_at < expires_at),
    reason       text,
    check ((status = 'OPEN') = (decided_by is null)),
    check ((status = 'OPEN') = (decided_at is null)),
    check (status <> 'REJECTED' or reason is not null)
);
create index if not exists proposal_by_kind on proposal (kind, id);

-- A proposal can be deleted once nobody has been able to decide on it for a year, whatever the configuration says.
create or replace function refuse_proposal_change() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' and coalesce(old.decided_at, old.expires_at) < now() - interval '365 days' then
        return old;
    end if;
    if tg_op = 'UPDATE' and old.status = 'OPEN' and new.status <> 'OPEN'
       and row(new.id, new.kind, new.content, new.content_hash, new.proposed_by, new.proposed_at, new.expires_at)
           is not distinct from
           row(old.id, old.kind, old.content, old.content_hash, old.proposed_by, old.proposed_at, old.expires_at) then
        return new;
    end if;
    raise exception 'a proposal never changes and is decided once';
end $$;
create or replace trigger proposal_is_immutable before update or delete on proposal for each row execute function refuse_proposal_change();
