-- Stock is changed by differences or against a version, so that no edit overwrites what was sold meanwhile; and a redemption that is
-- reversed gives its unit back, once, if it took one from a limited stock.

-- Counts every change of a reward, by an operator or by a sale.
alter table reward add column version bigint not null default 1 check (version >= 1);

alter table redemption
    add column from_stock  boolean not null default false, -- whether its unit was taken from a limited stock
    add column reversed_at timestamptz;
update redemption set from_stock = true from reward where reward.code = redemption.reward_code and reward.stock is not null;
-- What was reversed before this gave no unit back; an operator has corrected the stock since, or can do so now.
update redemption set reversed_at = returned.posted_at
from posting as spent join posting as returned on returned.member_id = spent.member_id and returned.reverses = spent.id
where spent.member_id = redemption.member_id and spent.cause_id = redemption.id and returned.kind = 'RETURNED';
