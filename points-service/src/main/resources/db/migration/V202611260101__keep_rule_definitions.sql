-- A rule says more than columns could hold: its definition becomes one document. A version may wait for a second operator. Facts are
-- numbered as they come, so that a backtest can page through them; what a rule paid in all is kept by version, beside its goal's progress.

drop trigger published_rule_is_immutable on earning_rule;
alter table earning_rule
    add column definition   text check (definition is json),
    add column proposed_by  text,
    add column proposed_at  timestamptz;
update earning_rule
set definition = json_strip_nulls(json_build_object(
    'factType', fact_type,
    'award', case award
        when 'PER_AMOUNT' then json_build_object('kind', award, 'points', points, 'perAmountMinor', per_amount_minor, 'currency', currency)
        when 'FIXED' then json_build_object('kind', award, 'points', points)
        else json_build_object('kind', award, 'pointsMax', points)
    end,
    'expiry', case when expiry_days is not null then json_build_object('policy', 'AFTER_DAYS', 'count', expiry_days) end))::text;
alter table earning_rule
    alter column definition set not null,
    drop column fact_type,
    drop column award,
    drop column points,
    drop column per_amount_minor,
    drop column currency,
    drop column expiry_days,
    drop constraint earning_rule_status_check,
    add constraint earning_rule_status_known check (status in ('DRAFT', 'PROPOSED', 'PUBLISHED')),
    add constraint earning_rule_proposed_by_somebody check (status <> 'PROPOSED' or proposed_by is not null and effective_from is not null);
create trigger published_rule_is_immutable before update or delete on earning_rule
    for each row execute function refuse_change_once_published();

alter table fact add column seq bigint generated always as identity;
create unique index fact_in_order on fact (seq);

-- Tiers are told with a number of their own, attributes with the time since which they hold: what comes late changes nothing.
alter table member_context
    add column tier_version  bigint not null default -1,
    add column attributes_at timestamptz;

drop table rule_total;
create table rule_total (
    rule_code    text    not null,
    rule_version integer not null,
    points       bigint  not null default 0 check (points >= 0),
    times        bigint  not null default 0 check (times >= 0),
    progress     bigint  not null default 0 check (progress >= 0), -- of the version's goal, in its metric
    primary key (rule_code, rule_version)
) with (fillfactor = 50);
alter table rule_usage rename column amount to points;
