-- Proposals and the days of actors have served their time one day: retention deletes them. A proposal can be deleted once nobody has been able
-- to decide on it for a year, whatever the configuration says; until then it still never changes.

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
