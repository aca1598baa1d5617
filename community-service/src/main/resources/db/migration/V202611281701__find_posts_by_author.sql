-- Operators see what a member wrote beside what the member earned. Members read by circle only, so only this index is led by the author.
create index post_by_author on post (author_id, id desc) where removed_at is null;
