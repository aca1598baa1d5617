-- Days on which members checked in. The key is the rule: once for a member's local day.
create table check_in (
    member_id     uuid        not null,
    local_date    date        not null,
    streak_days   integer     not null check (streak_days >= 1),
    checked_in_at timestamptz not null,
    primary key (member_id, local_date)
);
