-- Levels follow from the facts of a member and the versions of a tier set, by a pure function. So facts are kept one by one, and what the
-- function decided is kept as it was decided, because later facts may change what is true of an earlier day.

-- Published versions of the tier set; a published version never changes.
create table tier_set_version (
    version        integer     not null primary key check (version > 0),
    effective_from timestamptz not null,
    document       jsonb       not null
);

insert into tier_set_version (version, effective_from, document)
select 1, timestamptz '0001-01-01 00:00:00+00', jsonb_build_object(
    'zone', 'UTC',
    'criteria', jsonb_build_array(jsonb_build_object(
        'code', 'growth',
        'sources', jsonb_build_array(
            jsonb_build_object('kind', 'SPEND', 'growth', 1),
            jsonb_build_object('kind', 'ACTIVITY', 'growth', 1)),
        'window', 'LIFETIME')),
    'levels', jsonb_agg(jsonb_build_object(
        'code', code,
        'name', jsonb_build_object('zh', name, 'en', case code when 'BASIC' then 'Basic' when 'ADVANCED' then 'Advanced'
                                                               when 'PREMIUM' then 'Premium' else code end),
        'entry', jsonb_build_object('match', 'ALL', 'atLeast',
                                    case when threshold = 0 then jsonb_build_object()
                                         else jsonb_build_object('growth', threshold) end)) order by threshold),
    'keeping', jsonb_build_object('assessed', 'AT_ONCE', 'target', 'EARNED'))
from level;

drop table level;

-- Points earned for other things than orders.
create table activity (
    member_id   uuid        not null,
    event_key   uuid        not null,
    occurred_at timestamptz not null,
    points      bigint      not null check (points > 0),
    primary key (member_id, event_key)
);

-- Only their sum was kept before; it is dated as the membership.
insert into activity (member_id, event_key, occurred_at, points)
select member_id, '00000000-0000-0000-0000-000000000000', enrolled_at, activity_growth
from member_tier join member using (member_id)
where activity_growth > 0;

alter table purchase drop column growth;

alter table member_tier
    add column began_at timestamptz, -- business time of the earliest fact
    add column due_at   timestamptz, -- when the level changes, or must be looked at, if nothing happens before
    drop column purchase_growth,
    drop column activity_growth;
update member_tier set began_at = enrolled_at from member where member.member_id = member_tier.member_id;
alter table member_tier alter column began_at set not null;
create index member_tier_due on member_tier (due_at) where due_at is not null;

-- append-only: what was believed, and when
create table level_change (
    member_id  uuid        not null,
    version    bigint      not null,            -- counts changes of the member's level
    from_level text        not null,
    to_level   text        not null,
    at         timestamptz not null,            -- business time of what changed it
    reason     text        not null,
    tier_set   integer     not null,            -- version of the tier set that decided it
    measures   jsonb       not null,            -- growth and threshold of each criterion that was looked at
    cause      text,                            -- id of the event that changed it; null if time did
    changed_at timestamptz not null,
    primary key (member_id, version)
);
comment on table level_change is 'append-only: what was decided about levels, and when';
