-- Where each member stands, and the orders it rests on. Purchases and refunds are kept one by one because they arrive in any order: the
-- growth of an order is computed anew from all that is known about it.
create table standing (
    member_id       uuid   not null primary key,
    level           text   not null,
    purchase_growth bigint not null check (purchase_growth >= 0), -- the sum of the member's purchase.growth
    activity_growth bigint not null check (activity_growth >= 0), -- points earned by doing other things than buying
    version         bigint not null check (version >= 0)          -- counts changes of level
) with (fillfactor = 80);

create table purchase (
    member_id    uuid    not null,
    order_id     text    not null,
    completed_at timestamptz,                        -- null until the completion is seen: a refund may come first
    total_minor  bigint check (total_minor >= 0),
    currency     text check (currency ~ '^[A-Z]{3}$'),
    cancelled    boolean not null,
    growth       bigint  not null check (growth >= 0),
    primary key (member_id, order_id),
    check (num_nulls(completed_at, total_minor, currency) in (0, 3)),
    check (growth = 0 or (completed_at is not null and not cancelled))
) with (fillfactor = 80);

create table refund (
    member_id    uuid        not null,
    order_id     text        not null,
    refund_id    text        not null,
    refunded_at  timestamptz not null,
    amount_minor bigint      not null check (amount_minor >= 0),
    currency     text        not null check (currency ~ '^[A-Z]{3}$'),
    primary key (member_id, order_id, refund_id)
);
