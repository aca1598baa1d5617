insert into earning_rule (code, version, definition, status, effective_from, drafted_by, drafted_at, published_by, published_at)
values ('spend-cny', 1,
        '{"factType": "brand.order.completed.v1",
          "award": {"kind": "PER_AMOUNT", "points": 1, "perAmountMinor": 100, "currency": "CNY"}}',
        'PUBLISHED', '1970-01-01', 'bench', now(), 'bench', now())
