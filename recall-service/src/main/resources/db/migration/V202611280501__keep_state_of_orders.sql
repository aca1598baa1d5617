-- An order is what the facts about it add up to, the same in every service: the newest business time decides. That needs the time of a
-- cancellation, since a completion that is newer reinstates the order, and the event and source of the completion that decides. Refunds are
-- packed into the row of their order, each as the event that published it, so that one counts once by its number. What is usual stays null.
alter table customer_order
    add column first_completed_at timestamptz, -- when the order took place; null: at completed_at
    add column completion_key     uuid,
    add column source             text,
    add column cancelled_at       timestamptz,
    add column refunds            jsonb;

-- The times of cancellations and the numbers of refunds were not kept: one that comes with its order cancels it, and what was refunded so
-- far becomes one refund.
update customer_order set cancelled_at = coalesce(completed_at, timestamptz 'epoch') where cancelled;
update customer_order
set refunds = jsonb_build_array(jsonb_build_object(
        'specversion', '1.0',
        'id', 'before-' || order_id,
        'source', '/recall-service/migration',
        'type', 'brand.order.refunded.v1',
        'subject', member_id,
        'time', to_char(coalesce(completed_at, timestamptz 'epoch') at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
        'data', jsonb_build_object(
            'orderId', order_id,
            'refundId', 'all before',
            'refunded', jsonb_build_object('amountMinor', least(refunded_minor, 100000000000000), 'currency', currency))))
where refunded_minor > 0;
