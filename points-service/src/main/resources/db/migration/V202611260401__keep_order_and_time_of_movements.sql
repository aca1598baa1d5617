-- Two things that a refund must know long after: in which order a spend took from its lots, since activity may change the order of the
-- lots meanwhile, and since when all that lies in a lot has lain there, so that no late posting takes what had not come back by its date.
alter table lot_movement add column position integer not null default 0; -- among the movements written together
alter table lot add column returned_at timestamptz; -- when something last came back to it; null: never
