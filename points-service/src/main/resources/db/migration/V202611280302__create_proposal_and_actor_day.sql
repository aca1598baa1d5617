-- A second person above limits: what was proposed and what was decided, and how much each actor moved alone in a day.

create table proposal (
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
create index proposal_by_kind on proposal (kind, id);

create function refuse_proposal_change() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and old.status = 'OPEN' and new.status <> 'OPEN'
       and row(new.id, new.kind, new.content, new.content_hash, new.proposed_by, new.proposed_at, new.expires_at)
           is not distinct from
           row(old.id, old.kind, old.content, old.content_hash, old.proposed_by, old.proposed_at, old.expires_at) then
        return new;
    end if;
    raise exception 'a proposal never changes and is decided once';
end $$;
create trigger proposal_is_immutable before update or delete on proposal for each row execute function refuse_proposal_change();

-- Raised in the transaction of what is moved, which holds the row until it ends.
create table actor_day (
    actor text   not null,
    day   date   not null,
    scope text   not null check (scope in ('ADJUSTMENTS', 'HOLDS')),
    asset text   not null,
    moved bigint not null check (moved > 0),
    primary key (actor, day, scope, asset)
) with (fillfactor = 75);
