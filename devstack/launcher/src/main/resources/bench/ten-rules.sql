-- Ten rules for orders, one of which pays, with two caps: the others are asked and say no for ten different reasons. The eleventh row is a
-- draft to be tried.
insert into earning_rule (code, version, definition, status, effective_from, drafted_by, drafted_at, published_by, published_at)
select code, version, definition, case when version = 1 then 'PUBLISHED' else 'DRAFT' end, case when version = 1 then timestamptz '1970-01-01' end,
       'bench', now(), case when version = 1 then 'bench' end, case when version = 1 then now() end
from (values
  ('spend-cny', 1, '{"factType": "brand.order.completed.v1", "award": {"kind": "PER_AMOUNT", "points": 1, "perAmountMinor": 100, "currency": "CNY"},
    "caps": [{"period": "MONTH", "points": 100000000}, {"period": "LIFETIME", "times": 100000000}]}'),
  ('spend-usd', 1, '{"factType": "brand.order.completed.v1", "award": {"kind": "PER_AMOUNT", "points": 7, "perAmountMinor": 100, "currency": "USD"}}'),
  ('big-order', 1, '{"factType": "brand.order.completed.v1", "award": {"kind": "FIXED", "points": 50},
    "condition": "event.total.amountMinor >= 100000 && member.tier == ''PREMIUM''"}'),
  ('first-order', 1, '{"factType": "brand.order.completed.v1", "award": {"kind": "FIXED", "points": 100},
    "condition": "member.orders == 0 && member.attributes[''city''] == ''Shanghai''"}'),
  ('noodles', 1, '{"factType": "brand.order.completed.v1", "award": {"kind": "PER_ITEM", "points": 2, "skus": ["noodle"]}}'),
  ('comeback', 1, '{"factType": "brand.order.completed.v1", "award": {"kind": "FIXED", "points": 30},
    "condition": "has(member.lastOrderAt) && occurredAt - member.lastOrderAt > duration(''8760h'')"}'),
  ('night-owl', 1, '{"factType": "brand.order.completed.v1", "award": {"kind": "FIXED", "points": 5},
    "validity": {"hoursFrom": "23:59:58", "hoursUntil": "23:59:59"}}'),
  ('last-year', 1, '{"factType": "brand.order.completed.v1", "award": {"kind": "FIXED", "points": 5},
    "validity": {"from": "2024-01-01", "until": "2024-12-31"}}'),
  ('doubled', 1, '{"factType": "brand.order.completed.v1", "award": {"kind": "MULTIPLIER", "permille": 2000},
    "condition": "member.tier in [''PREMIUM'', ''ADVANCED'']"}'),
  ('mini-program', 1, '{"factType": "brand.order.completed.v1", "award": {"kind": "FIXED", "points": 3},
    "condition": "event.channel == ''mini-program''"}'),
  ('spend-cny', 2, '{"factType": "brand.order.completed.v1", "award": {"kind": "PER_AMOUNT", "points": 2, "perAmountMinor": 100, "currency": "CNY"},
    "condition": "event.total.amountMinor >= 2000 && member.orders > 0",
    "atMost": 500, "caps": [{"period": "MONTH", "points": 5000}], "budget": 20000000}')
) as rule (code, version, definition);
