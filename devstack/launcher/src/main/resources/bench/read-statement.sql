-- What GET …/statement asks for its first page: the figures, then the lines.
\set member random(1, :members)
select through, 0::bigint as opening,
       coalesce((select available_after from posting
                 where member_id = md5(:member::text)::uuid and asset = 'POINTS' and account_version = through), 0) as closing,
       coalesce((select available_after from posting
                 where member_id = md5(:member::text)::uuid and asset = 'POINTS'
                   and account_version = least(9223372036854775807::bigint - 1, through)), 0) as page_closing
from (select least(coalesce(max(version), 0), 9223372036854775807::bigint) as through
      from account where member_id = md5(:member::text)::uuid and asset = 'POINTS') as booked
\gset
select account_version, id, kind,
       amount, case 'AVAILABLE' when to_account then amount when from_account then -amount else 0 end as change,
       available_after, pending_after, held_after, cause_type, order_id, rule_code, rule_version, note, reverses, occurred_at, posted_at
from posting where member_id = md5(:member::text)::uuid and asset = 'POINTS'
  and account_version < 9223372036854775807 and account_version <= :through
  and occurred_at >= '-infinity'::timestamptz and occurred_at < 'infinity'::timestamptz
order by account_version desc limit 21;
