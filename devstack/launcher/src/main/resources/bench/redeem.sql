-- One redemption as a single transaction: the very rows that points-service writes for it, in as few statements as can be, without HTTP,
-- tokens, validation or rules.
\set member random(1, 20000)
\set key random(1, 9000000000000000000)
begin;
insert into idempotency_key (caller, key, request_hash)
  values (md5(:member::text)::uuid::text, :key::text, sha256(convert_to(:key::text, 'UTF8'))) on conflict do nothing;
update account set debits = debits + 100, version = version + 1 where member_id = md5(:member::text)::uuid and asset = 'POINTS'
  returning version, credits - debits as available \gset
update lot set remaining = remaining - 100
  where member_id = md5(:member::text)::uuid and asset = 'POINTS'
    and id = (select id from lot where member_id = md5(:member::text)::uuid and asset = 'POINTS' and remaining > 0
              order by expires_at nulls last, earned_at, id limit 1)
  returning id as lot \gset
select cost, gen_random_uuid() as posting, gen_random_uuid() as redemption from reward where code = 'noodles' \gset
insert into posting (member_id, asset, account_version, id, kind, from_account, to_account, amount, available_after, pending_after,
                     held_after, cause_id, cause_type, occurred_at)
  values (md5(:member::text)::uuid, 'POINTS', :version, :posting, 'REDEEMED', 'AVAILABLE', 'REDEEMED', :cost, :available, 0, 0,
          :redemption, 'redemption', now());
insert into program_account as held (program, asset, shard, credits) values ('REDEEMED', 'POINTS', pg_backend_pid() % 16, :cost)
  on conflict (program, asset, shard) do update set credits = held.credits + excluded.credits;
insert into lot_movement (member_id, asset, account_version, lot_id, free_change, held_change, occurred_at)
  values (md5(:member::text)::uuid, 'POINTS', :version, :lot, -100, 0, now());
insert into outbox (id, aggregatetype, aggregateid, type, payload)
  values (:posting, 'points', md5(:member::text), 'dev.lodestone.ledger.posted.v1', convert_to(repeat('x', 560), 'UTF8'));
insert into redemption (member_id, id, reward_code, cost, redeemed_at)
  values (md5(:member::text)::uuid, :redemption, 'noodles', :cost, now());
update idempotency_key set status = 201, body = repeat('x', 150) where caller = md5(:member::text)::uuid::text and key = :key::text;
commit;
