-- One earned order as a single transaction: the very rows that points-service writes for it, without decoding, rules or broker.
\set member random(1, 20000)
begin;
insert into inbox (event_id, checksum) values (gen_random_uuid(), 1);
insert into account as held (member_id, asset, credits, version) values (md5(:member::text)::uuid, 'POINTS', 12, 1)
  on conflict (member_id, asset) do update set credits = held.credits + 12, version = held.version + 1
  returning version, credits - debits as available \gset
select gen_random_uuid() as posting, gen_random_uuid() as event \gset
insert into posting (member_id, asset, account_version, id, kind, from_account, to_account, amount, available_after, pending_after,
                     held_after, cause_id, cause_type, order_id, rule_code, rule_version, occurred_at)
  values (md5(:member::text)::uuid, 'POINTS', :version, :posting, 'EARNED', 'ISSUED', 'AVAILABLE', 12, :available, 0, 0, :event,
          'brand.order.completed.v1', 'order-' || :version, 'spend-cny', 1, now());
insert into program_account as held (program, asset, shard, debits) values ('ISSUED', 'POINTS', pg_backend_pid() % 16, 12)
  on conflict (program, asset, shard) do update set debits = held.debits + 12;
insert into lot (member_id, asset, id, amount, pending, remaining, held, expired, clawed_back, earned_at, order_id, cause_type)
  values (md5(:member::text)::uuid, 'POINTS', :posting, 12, 0, 12, 0, 0, 0, now(), 'order-' || :version, 'brand.order.completed.v1');
insert into purchase (member_id, order_id, amount_minor, currency, refunded_minor)
  values (md5(:member::text)::uuid, :event::text, 1299, 'CNY', 0);
insert into member_context as held (member_id, tier, attributes, orders, amount_minor, first_order_at, last_order_at, tier_version)
  values (md5(:member::text)::uuid, '', '{}', 1, 1299, now(), now(), -1)
  on conflict (member_id) do update set orders = held.orders + 1, amount_minor = held.amount_minor + 1299, last_order_at = now();
insert into rule_usage as held (member_id, rule_code, period, points, times)
  values (md5(:member::text)::uuid, 'spend-cny', 'M2026-01', 12, 1), (md5(:member::text)::uuid, 'spend-cny', 'ALL', 12, 1)
  on conflict (member_id, rule_code, period) do update set points = held.points + 12, times = held.times + 1;
insert into fact (member_id, event_id, type, occurred_at, data, context, outcomes)
  values (md5(:member::text)::uuid, :event, 'brand.order.completed.v1', now(),
          json_build_object('orderId', 'order-' || :version, 'total', json_build_object('amountMinor', 1299, 'currency', 'CNY'), 'items', json_build_array()),
          json_build_object('tier', '', 'attributes', json_build_object(), 'orders', 17, 'amountMinor', 22083,
                            'firstOrderAt', now(), 'lastOrderAt', now()),
          json_build_array(repeat('x', 420)));
insert into outbox (id, aggregatetype, aggregateid, type, payload)
  values (:posting, 'points', md5(:member::text), 'dev.lodestone.ledger.posted.v1', convert_to(repeat('x', 560), 'UTF8'));
commit;
