-- What the community needs to know of people: how they are called and which zone their days follow. Nothing else of a profile is kept.
create table member (
    member_id    uuid not null primary key,
    display_name text check (char_length(display_name) between 1 and 100),
    zone         text not null check (zone <> ''), -- IANA name
    told_at      timestamptz                      -- business time of the event; null: acted here before the brand told of them
);
