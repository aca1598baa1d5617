-- Adds the members :from to :to with 100 postings each: every fourth earns 40 in a lot of its own, the others spend 10 of the oldest lot.
-- Postings lie in the order of time, as in a real book, so that a page of a statement lies all over the table. What the postings did to
-- lots (lot_movement) is left out: nothing that is measured here reads it.
set synchronous_commit = off;
set maintenance_work_mem = '512MB';

-- Indexes are made at the end, whatever they are by then: that is several times as fast.
create temp table later as
select format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as make,
       format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop
from pg_constraint where conrelid in ('posting'::regclass, 'lot'::regclass) and contype in ('p', 'u')
union all
select pg_get_indexdef(indexrelid), format('drop index %s', indexrelid::regclass)
from pg_index where indrelid in ('posting'::regclass, 'lot'::regclass)
  and not exists (select from pg_constraint where conindid = indexrelid);
do $$ declare drop text; begin for drop in select later.drop from later loop execute drop; end loop; end $$;

insert into account (member_id, asset, credits, debits, version)
  select md5(member::text)::uuid, 'POINTS', 1000, 750, 100 from generate_series(:from, :to) as member;
insert into posting (member_id, asset, account_version, id, kind, from_account, to_account, amount, available_after, cause_id, cause_type,
                     order_id, rule_code, rule_version, occurred_at)
  select member_id, 'POINTS', version, md5(member || '/' || version)::uuid,
         case when earns then 'EARNED' else 'REDEEMED' end, case when earns then 'ISSUED' else 'AVAILABLE' end,
         case when earns then 'AVAILABLE' else 'REDEEMED' end, case when earns then 40 else 10 end,
         40 * lots - 10 * (version - lots), md5(member || '?' || version)::uuid,
         case when earns then 'brand.order.completed.v1' else 'redemption' end,
         case when earns then 'order-' || lots end, case when earns then 'spend-cny' end, case when earns then 1 end,
         timestamptz '2026-01-01 00:00Z' + version * interval '1 day'
  from (select version, version % 4 = 1 as earns, (version + 3) / 4 as lots from generate_series(1, 100) as version) as posted,
       (select member, md5(member::text)::uuid as member_id from generate_series(:from, :to) as member) as members;
-- 750 of 1,000 are spent: 18 of the 25 lots, and three quarters of the 19th.
insert into lot (member_id, asset, id, amount, remaining, earned_at, expires_at, order_id, cause_type)
  select md5(member::text)::uuid, 'POINTS', md5(member || '/' || 4 * lot - 3)::uuid, 40,
         case when lot < 19 then 0 when lot = 19 then 10 else 40 end, timestamptz '2026-01-01 00:00Z' + (4 * lot - 3) * interval '1 day',
         timestamptz '2090-01-01 00:00Z' + lot * interval '1 day', 'order-' || lot, 'brand.order.completed.v1'
  from generate_series(1, 25) as lot, generate_series(:from, :to) as member;
insert into program_account (program, asset, shard, debits) values ('ISSUED', 'POINTS', 0, 1000 * (:to - :from + 1))
  on conflict (program, asset, shard) do update set debits = program_account.debits + excluded.debits;
insert into program_account (program, asset, shard, credits) values ('REDEEMED', 'POINTS', 0, 750 * (:to - :from + 1))
  on conflict (program, asset, shard) do update set credits = program_account.credits + excluded.credits;

do $$ declare make text; begin for make in select later.make from later loop execute make; end loop; end $$;
drop table later;
