-- :facts orders of 20,000 members over the last 90 days, as ten rules were asked about them.
set synchronous_commit = off;
insert into fact (member_id, event_id, type, occurred_at, data, context, outcomes)
select md5((n % 20000)::text)::uuid, md5('fact' || n)::uuid, 'brand.order.completed.v1', now() - interval '90 days' * (1 - n / :facts::float8),
       json_build_object('orderId', 'order-' || n, 'total', json_build_object('amountMinor', 1299 + n % 50000, 'currency', 'CNY'),
                         'items', json_build_array(), 'channel', 'store'),
       json_build_object('tier', (array['BASIC', 'ADVANCED', 'PREMIUM'])[1 + n % 3], 'attributes', json_build_object('city', 'Shanghai'),
                         'orders', n / 20000, 'amountMinor', n, 'firstOrderAt', now() - interval '90 days', 'lastOrderAt', now() - interval '30 days'),
       ('[["spend-cny",1,"PAID",' || points || ',' || points || ',0,""],'
        || '["spend-usd",1,"CURRENCY_DIFFERS",0,0,0,"USD"],["big-order",1,"CONDITION_FALSE",0,0,0,""],'
        || case when n < 20000 then '["first-order",1,"PAID",100,100,0,""],' else '["first-order",1,"CONDITION_FALSE",0,0,0,""],' end
        || '["noodles",1,"NOTHING_DUE",0,0,0,""],["comeback",1,"CONDITION_FALSE",0,0,0,""],'
        || '["night-owl",1,"HOURS",0,0,0,""],["last-year",1,"ENDED",0,0,0,""],["mini-program",1,"CONDITION_FALSE",0,0,0,""],'
        || case when n % 3 = 0 then '["doubled",1,"CONDITION_FALSE",0,0,0,""]]'
                else '["doubled",1,"PAID",' || paid || ',' || paid || ',' || paid || ',""]]' end)::json
from generate_series(1, :facts) as n
cross join lateral (select (1299 + n % 50000) / 100 as points) as spent
cross join lateral (select points + case when n < 20000 then 100 else 0 end as paid) as doubled;
analyze fact;
