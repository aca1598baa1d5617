-- Who caused a posting by hand is part of what is sealed: a book that does not say who gave the points can be trusted by nobody outside.
-- Postings without an actor keep the form in which they were sealed, since members without a value are left out of it.
alter table posting
    add column actor text, -- stable name of the caller; null: an event or the passing of time caused it
    add constraint posting_actor_short check (length(actor) between 1 and 200) not valid; -- all rows before have none: spare the scan
