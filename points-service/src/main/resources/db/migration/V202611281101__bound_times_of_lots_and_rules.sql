-- A time outside the range of the database is stored as an infinity. A lot with one can be neither sealed nor expired, and it blocks all that
-- comes after it. Rows from before are not checked, so that the start does not fail on them; an operator corrects them.
alter table lot
    add constraint lot_times_in_range check (
        expires_at >= timestamptz '0001-01-01 00:00:00+00 BC' and expires_at < timestamptz '10001-01-01 00:00:00+00'
        and (available_at is null or isfinite(available_at)) and isfinite(earned_at)
        or expires_at is null and (available_at is null or isfinite(available_at)) and isfinite(earned_at)) not valid;
alter table earning_rule
    add constraint earning_rule_effective_from_in_range check (isfinite(effective_from)) not valid;
alter table posting
    add constraint posting_times_in_range check (isfinite(occurred_at) and isfinite(posted_at)) not valid;
