-- :lots lots of each of the members 1 to :members that expired within the last month, with the postings that earned them, so
-- that the ledger balances. Accounts may have earned before. The number of the transaction is below all sealed ones, so that the sealer
-- does not seal a million postings of one transaction; no service writes such a transaction.
create temporary table expired as
select member_id, coalesce(version, 0) as version, coalesce(credits - debits, 0) as balance, n, uuidv7() as id, now() - interval '400 days' as earned_at,
       now() - interval '1 day' - (abs(hashtext(member_id::text || n)) % 30) * interval '1 day' as expires_at
from (select md5(member::text)::uuid as member_id from generate_series(1, :members) as member) as seeded
left join account using (member_id) cross join generate_series(1, :lots) as n;

insert into account (member_id, asset, credits, version)
select member_id, 'POINTS', 100 * count(*), count(*) from expired group by member_id
on conflict (member_id, asset) do update set credits = account.credits + excluded.credits, version = account.version + excluded.version;

insert into lot (member_id, asset, id, amount, remaining, earned_at, expires_at)
select member_id, 'POINTS', id, 100, 100, earned_at, expires_at from expired;

insert into posting (member_id, asset, account_version, id, kind, from_account, to_account, amount, available_after, cause_id, cause_type,
                     occurred_at, tx)
select member_id, 'POINTS', version + n, id, 'EARNED', 'ISSUED', 'AVAILABLE', 100, balance + 100 * n, id, 'bench', earned_at, '3' from expired;

insert into program_account (program, asset, shard, debits)
select 'ISSUED', 'POINTS', 0, 100 * count(*) from expired
on conflict (program, asset, shard) do update set debits = program_account.debits + excluded.debits;

drop table expired;
