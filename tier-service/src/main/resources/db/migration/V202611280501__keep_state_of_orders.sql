-- An order is what the facts about it add up to, the same in every service: the newest business time decides. That needs the time of a
-- cancellation, since a completion that is newer reinstates the order, and the event and source of the completion that decides. Refunds are
-- packed into the row of their order, so that an order is one row; each is the event that published it. What is usual stays null.
alter table purchase
    add column first_completed_at timestamptz, -- null: there was one completion
    add column completion_key     uuid,
    add column source             text,
    add column cancelled_at       timestamptz,
    add column refunds            jsonb,
    alter column cancelled set default false,
    drop constraint purchase_check1, -- growth = 0 or completed and not cancelled
    add constraint purchase_grows_when_completed check (growth = 0 or completed_at is not null);

-- The columns and rows of before carry no event: they keep the member's order in a source that is not known. The time of a cancellation
-- was not kept; one that comes with its order cancels it, and only what is newer reinstates it.
update purchase set cancelled_at = coalesce(completed_at, timestamptz 'epoch') where cancelled;
update purchase
set refunds = (select jsonb_agg(jsonb_build_object(
                          'specversion', '1.0',
                          'id', 'before-' || refund.order_id || '-' || refund.refund_id,
                          'source', '/tier-service/migration',
                          'type', 'brand.order.refunded.v1',
                          'subject', refund.member_id,
                          'time', to_char(refunded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
                          'data', jsonb_build_object(
                              'orderId', refund.order_id,
                              'refundId', refund.refund_id,
                              'refunded', jsonb_build_object('amountMinor', refund.amount_minor, 'currency', refund.currency))))
               from refund
               where refund.member_id = purchase.member_id and refund.order_id = purchase.order_id)
where exists (select 1 from refund where refund.member_id = purchase.member_id and refund.order_id = purchase.order_id);
