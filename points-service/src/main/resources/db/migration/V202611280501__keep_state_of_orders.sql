-- An order is what the facts about it add up to, the same in every service: the newest business time decides. That needs the time of a
-- cancellation, since a completion that is newer reinstates the order, and the event and source of the completion that decides. Refunds are
-- packed into the row of their order, each as the event that published it, so that one counts once by its number. What is usual stays null.
alter table purchase
    add column completed_at       timestamptz,
    add column first_completed_at timestamptz, -- when the order took place; null: at completed_at
    add column source             text,
    add column cancelled_at       timestamptz,
    add column refunds            jsonb,
    -- What each rule pays for the order, and in which lots that lies; null: each lot of the order is all that its rule paid.
    add column awards             jsonb;
alter table purchase rename column fact_id to completion_key;

-- A fact that corrects another is kept beside it: trials look at the first only, or they would count the order twice.
alter table fact add column corrects uuid;

-- The times are those of the facts that were kept; an order of before has no known source.
update purchase
set completed_at = coalesce(kept.occurred_at, timestamptz 'epoch'), completion_key = kept.event_id
from purchase as same left join lateral (
    select event_id, occurred_at from fact
    where fact.member_id = same.member_id and type = 'brand.order.completed.v1' and data ->> 'orderId' = same.order_id
    order by seq limit 1) as kept on true
where purchase.member_id = same.member_id and purchase.order_id = same.order_id and purchase.amount_minor is not null;
-- A cancellation was kept as a refund of the largest amount there is.
update purchase
set cancelled_at = coalesce(
        (select max(occurred_at) from fact
         where fact.member_id = purchase.member_id and type = 'brand.order.cancelled.v1' and data ->> 'orderId' = purchase.order_id),
        completed_at, timestamptz 'epoch')
where refunded_minor >= 100000000000000;
update purchase
set refunds = jsonb_build_array(jsonb_build_object(
        'specversion', '1.0',
        'id', 'before-' || order_id,
        'source', '/points-service/migration',
        'type', 'brand.order.refunded.v1',
        'subject', member_id,
        'time', to_char(coalesce(completed_at, timestamptz 'epoch') at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
        'data', jsonb_build_object(
            'orderId', order_id,
            'refundId', 'all before',
            'refunded', jsonb_build_object('amountMinor', refunded_minor, 'currency', currency))))
where refunded_minor > 0 and refunded_minor < 100000000000000 and currency is not null;
