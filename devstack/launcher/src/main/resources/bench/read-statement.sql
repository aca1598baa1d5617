-- What GET …/statement asks for its first page.
\set member random(1, :members)
select account_version, id, kind,
       case when to_account = 'AVAILABLE' then amount when from_account = 'AVAILABLE' then -amount else 0 end as amount,
       available_after as balance_after, cause_type, order_id, rule_code, rule_version, occurred_at, posted_at
from posting where member_id = md5(:member::text)::uuid and asset = 'POINTS' and account_version < 9223372036854775807
order by account_version desc limit 21;
