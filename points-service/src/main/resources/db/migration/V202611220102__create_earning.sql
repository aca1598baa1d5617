-- Rules that pay for facts, and what each order brought, so that a refund takes back its share.

create table earning_rule (
    code             text        not null check (code ~ '^[a-z][a-z0-9-]{0,49}$'),
    version          integer     not null check (version >= 1),
    fact_type        text        not null,
    award            text        not null check (award in ('PER_AMOUNT', 'FIXED', 'AS_OFFERED')),
    points           bigint      not null check (points between 1 and 1000000),
    per_amount_minor bigint      check (per_amount_minor >= 1),
    currency         text,
    expiry_days      integer     check (expiry_days between 1 and 36500),
    status           text        not null check (status in ('DRAFT', 'PUBLISHED')),
    effective_from   timestamptz,
    drafted_by       text        not null,
    drafted_at       timestamptz not null,
    published_by     text,
    published_at     timestamptz,
    primary key (code, version),
    check ((award = 'PER_AMOUNT') = (per_amount_minor is not null and currency is not null)),
    check ((status = 'PUBLISHED') = (effective_from is not null and published_at is not null))
);

create function refuse_change_once_published() returns trigger language plpgsql as $$
begin
    if old.status = 'PUBLISHED' then
        raise exception 'published rule versions never change: draft a new version instead';
    end if;
    return new;
end $$;
create trigger published_rule_is_immutable before update or delete on earning_rule
    for each row execute function refuse_change_once_published();

-- An order as far as points care. A refund may come before its order: then amount_minor is still null.
create table purchase (
    member_id      uuid   not null,
    order_id       text   not null,
    amount_minor   bigint check (amount_minor >= 0),
    currency       text,
    refunded_minor bigint not null default 0 check (refunded_minor >= 0),
    earned         bigint not null default 0 check (earned >= 0),
    taken_back     bigint not null default 0 check (taken_back between 0 and earned),
    lot_id         uuid,
    primary key (member_id, order_id)
) with (fillfactor = 80);
