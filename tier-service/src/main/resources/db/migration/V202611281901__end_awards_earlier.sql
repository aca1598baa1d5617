-- An award whose end was booked far ahead could not be ended before. An earlier end is one more row; the earliest of them holds.
alter table level_award_end drop constraint level_award_end_pkey, add primary key (award_id, ends_at);
