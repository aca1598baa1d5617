insert into earning_rule (code, version, fact_type, award, points, per_amount_minor, currency, status, effective_from, drafted_by,
                          drafted_at, published_by, published_at)
values ('spend-cny', 1, 'brand.order.completed.v1', 'PER_AMOUNT', 1, 100, 'CNY', 'PUBLISHED', '1970-01-01', 'bench', now(), 'bench', now())
