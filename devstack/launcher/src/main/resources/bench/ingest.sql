-- One earned order as a single transaction: the very rows that points-service writes for it, without decoding, rules or broker.
\set member random(1, 20000)
begin;
insert into inbox (event_id) values (gen_random_uuid());
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
insert into lot (member_id, asset, id, amount, pending, remaining, held, expired, taken_back, earned_at, order_id, cause_type)
  values (md5(:member::text)::uuid, 'POINTS', :posting, 12, 0, 12, 0, 0, 0, now(), 'order-' || :version, 'brand.order.completed.v1');
insert into purchase (member_id, order_id, amount_minor, currency, refunded_minor)
  values (md5(:member::text)::uuid, :event::text, 1299, 'CNY', 0);
insert into outbox (id, aggregatetype, aggregateid, type, payload)
  values (:posting, 'points', md5(:member::text), 'dev.lodestone.ledger.posted.v1', convert_to(repeat('x', 560), 'UTF8'));
commit;
