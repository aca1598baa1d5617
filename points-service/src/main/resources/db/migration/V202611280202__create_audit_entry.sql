-- Who did what to which rule, reward or limit, and what it said before and after: sealed like postings, so that nobody rewrites later what
-- was decided or who decided it. Rows are only ever appended.
create table audit_entry (
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
-- Finished transactions are sealed in the order of their numbers.
create unique index audit_entry_by_place on audit_entry (tx, id);
create index audit_entry_by_subject on audit_entry (subject_kind, subject_id, tx, id);

create function refuse_audit_change() returns trigger language plpgsql as $$
begin
    raise exception 'audit entries never change: record what corrects them';
end $$;
create trigger audit_entry_is_immutable before update or delete or truncate on audit_entry
    for each statement execute function refuse_audit_change();

-- What is published already has an entry too: from now on nothing is in force without one.
insert into audit_entry (id, actor, action, subject_kind, subject_id, state_after, reason)
select gen_random_uuid(), 'migration', 'RULE_PUBLISHED', 'RULE', code || '/' || version,
       json_build_object('definition', definition::json, 'effectiveFrom', effective_from)::text, 'published before entries were kept'
from earning_rule where status = 'PUBLISHED';
insert into audit_entry (id, actor, action, subject_kind, subject_id, state_after, reason)
select gen_random_uuid(), 'migration', 'REWARD_CHANGED', 'REWARD', code,
       json_build_object('code', code, 'name', name, 'cost', cost, 'stock', stock)::text, 'written before entries were kept'
from reward;
