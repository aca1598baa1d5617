-- Circles, who is in them, and their counters, which are kept with every effect and equal a recount.
create table circle (
    id          uuid        not null primary key,
    code        text        not null unique check (code ~ '^[a-z][a-z0-9-]{0,49}$'),
    name        text        not null check (char_length(name) between 1 and 80),
    description text        check (char_length(description) between 1 and 1000),
    created_by  text        not null,
    created_at  timestamptz not null,
    members     bigint      not null default 0 check (members >= 0),
    posts       bigint      not null default 0 check (posts >= 0), -- those that were not removed
    post_seq    bigint      not null default 0 check (post_seq >= posts) -- number of the newest post
) with (fillfactor = 50);

create table circle_member (
    member_id uuid        not null,
    circle_id uuid        not null references circle,
    joined_at timestamptz not null,
    primary key (member_id, circle_id)
);
