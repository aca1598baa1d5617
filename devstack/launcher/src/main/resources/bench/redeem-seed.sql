-- 20,000 members with a great many points in one lot each, and a reward that never runs out.
insert into reward (code, name, cost, created_at) values ('noodles', 'A bowl of noodles', 100, now());
insert into account (member_id, asset, credits, version)
  select md5(member::text)::uuid, 'POINTS', 1000000000, 1 from generate_series(1, 20000) as member;
insert into posting (member_id, asset, account_version, id, kind, from_account, to_account, amount, available_after, cause_id, cause_type,
                     occurred_at)
  select md5(member::text)::uuid, 'POINTS', 1, md5('lot' || member)::uuid, 'GRANTED', 'ISSUED', 'AVAILABLE', 1000000000, 1000000000,
         md5('cause' || member)::uuid, 'adjustment', now()
  from generate_series(1, 20000) as member;
insert into lot (member_id, asset, id, amount, remaining, earned_at, cause_type)
  select md5(member::text)::uuid, 'POINTS', md5('lot' || member)::uuid, 1000000000, 1000000000, now(), 'adjustment'
  from generate_series(1, 20000) as member;
insert into program_account (program, asset, shard, debits) values ('ISSUED', 'POINTS', 0, 20000 * 1000000000::bigint);
analyze;
