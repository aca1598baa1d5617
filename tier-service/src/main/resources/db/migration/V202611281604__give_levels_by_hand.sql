-- Levels that operators give and lock. What was given and how it ended are rows of their own that never change, so that what was believed on a
-- day can be said later.
create table level_award (
    id        uuid        not null primary key,
    member_id uuid        not null,
    kind      text        not null check (kind in ('GRANT', 'INVITATION', 'TRIAL', 'LOCK', 'FLOOR', 'CEILING')),
    level     text        not null check (length(level) between 1 and 30),
    from_at   timestamptz not null,
    until_at  timestamptz check (until_at > from_at), -- null: it does not end
    reason    text        not null check (length(reason) between 1 and 500),
    given_by  text        not null check (length(given_by) between 1 and 200),
    given_at  timestamptz not null                    -- when it was booked
);
create index level_award_by_member on level_award (member_id, id);

create table level_award_end (
    award_id uuid        not null primary key references level_award,
    ends_at  timestamptz not null,
    reason   text        not null check (length(reason) between 1 and 500),
    ended_by text        not null check (length(ended_by) between 1 and 200),
    ended_at timestamptz not null                     -- when it was booked
);
comment on table level_award is 'append-only: levels that were given by hand';
comment on table level_award_end is 'append-only: ends of levels that were given by hand';
