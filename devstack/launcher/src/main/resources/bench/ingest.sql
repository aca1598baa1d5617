-- One earned order as a single transaction: the very rows that points-service writes for it, without decoding, rules or broker.
\set member random(1, 20000)
begin;
insert into inbox (event_id) values (gen_random_uuid());
insert into account as held (member_id, asset, credits, version) values (md5(:member::text)::uuid, 'POINTS', 12, 1)
  on conflict (member_id, asset) do update set credits = held.credits + 12, version = held.version + 1
  returning version, credits - debits as balance \gset
insert into posting (member_id, asset, account_version, id, kind, program, amount, balance_after, cause_id, cause_type, order_id, rule_code,
                     rule_version, occurred_at)
  values (md5(:member::text)::uuid, 'POINTS', :version, gen_random_uuid(), 'EARNED', 'ISSUED', 12, :balance, gen_random_uuid(),
          'brand.order.completed.v1', 'order-' || :version, 'spend-cny', 1, now());
insert into program_account as held (program, asset, shard, debits) values ('ISSUED', 'POINTS', pg_backend_pid() % 16, 12)
  on conflict (program, asset, shard) do update set debits = held.debits + 12;
insert into lot (member_id, asset, id, amount, remaining, earned_at)
  values (md5(:member::text)::uuid, 'POINTS', gen_random_uuid(), 12, 12, now());
insert into purchase (member_id, order_id, amount_minor, currency, earned)
  values (md5(:member::text)::uuid, gen_random_uuid()::text, 1299, 'CNY', 12);
insert into outbox (id, aggregatetype, aggregateid, type, payload)
  values (gen_random_uuid(), 'points', md5(:member::text), 'dev.lodestone.ledger.posted.v1', convert_to(repeat('x', 560), 'UTF8'));
commit;
