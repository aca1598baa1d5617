-- What GET …/balance asks.
\set member random(1, :members)
select coalesce(credits - debits, 0) as balance, coalesce(pending, 0) as pending, coalesce(held, 0) as held,
       coalesce(version, 0) as version,
       (select min(expires_at) from lot where lot.member_id = md5(:member::text)::uuid and lot.asset = 'POINTS' and remaining > 0) as expires_next
from (select md5(:member::text)::uuid as member_id) as asked
left join account on account.member_id = asked.member_id and asset = 'POINTS';
