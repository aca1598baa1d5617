-- What rules look at beside the event, what each fact brought, and how far caps and budgets are used.

-- An order as far as points care; what it earned stands in its lots.
alter table purchase
    drop column earned,
    drop column taken_back,
    drop column lot_id,
    add column fact_id uuid; -- the event that completed it

-- What the brand knows of a member, as far as rules may ask: the level by tier-service, attributes by the brand, history by facts.
create table member_context (
    member_id      uuid   not null primary key,
    tier           text,
    attributes     jsonb  not null default '{}',
    orders         bigint not null default 0 check (orders >= 0),
    amount_minor   bigint not null default 0 check (amount_minor >= 0),
    first_order_at timestamptz,
    last_order_at  timestamptz
) with (fillfactor = 75);

-- Facts for which rules may pay, with what the rules saw beside them and what each said: the answer to every why and why not, and what a
-- draft is tried on. Rows are only ever appended.
create table fact (
    member_id   uuid        not null,
    event_id    uuid        not null,
    type        text        not null,
    occurred_at timestamptz not null,
    booked_at   timestamptz not null default now(),
    data        json        not null,
    context     json        not null,
    outcomes    json        not null,
    primary key (member_id, event_id)
);

-- What a rule paid a member within a period of its caps; only for rules that have caps.
create table rule_usage (
    member_id uuid   not null,
    rule_code text   not null,
    period    text   not null, -- such as D2026-11-24, W2026-11-23, M2026-11, ALL
    amount    bigint not null check (amount >= 0),
    times     bigint not null check (times >= 0),
    primary key (member_id, rule_code, period)
) with (fillfactor = 75);

-- What a rule paid in all; only for rules that have a budget or a goal.
create table rule_total (
    rule_code    text   not null primary key,
    amount       bigint not null default 0 check (amount >= 0),
    times        bigint not null default 0 check (times >= 0),
    members      bigint not null default 0 check (members >= 0),
    amount_minor bigint not null default 0 check (amount_minor >= 0)
) with (fillfactor = 50);
