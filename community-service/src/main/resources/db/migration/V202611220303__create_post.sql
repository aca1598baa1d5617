-- What members write. It is read by circle and by post, not by member, so the keys are led by what readers ask for.

-- seq is given out under the lock of the circle's row: it follows the order of commits, so a reader who pages by it misses nothing.
create table post (
    id           uuid        not null primary key,
    circle_id    uuid        not null references circle,
    seq          bigint      not null check (seq >= 1),
    author_id    uuid        not null,
    text         text        not null check (char_length(text) between 1 and 5000),
    comments     bigint      not null default 0 check (comments >= 0),
    published_at timestamptz not null,
    removed_at   timestamptz,
    removed_by   text, -- subject of the token
    unique (circle_id, seq),
    check ((removed_at is null) = (removed_by is null))
) with (fillfactor = 80);

-- Comments are only ever added, so the post's counter is also the number of its newest comment.
create table comment (
    post_id      uuid        not null references post,
    seq          bigint      not null check (seq >= 1),
    id           uuid        not null unique,
    author_id    uuid        not null,
    text         text        not null check (char_length(text) between 1 and 5000),
    commented_at timestamptz not null,
    primary key (post_id, seq)
);
