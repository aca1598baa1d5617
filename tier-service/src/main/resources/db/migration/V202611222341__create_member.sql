-- Who belongs. The number comes from a sequence that never turns back, so it is issued once and not reused; nine digits leave room for
-- the check digit that people's typing errors are caught by.
create sequence membership_number as bigint minvalue 1 maxvalue 999999999 no cycle;

create table member (
    member_id   uuid        not null primary key,
    number      bigint      not null default nextval('membership_number') unique check (number between 1 and 999999999),
    enrolled_at timestamptz not null,              -- business time: when the fact happened by which the person was first seen
    posted_at   timestamptz not null default now()
);

alter sequence membership_number owned by member.number;
