-- Minutes told everybody who reads the facts of a contract how many concerns about it were open, also whom concerns are kept from (H13).
-- Issues of before stay as they are, byte for byte, and are handed to whoever issued them alone.
alter table review.panel_minutes add column for_issuer_alone boolean not null default true;
alter table review.panel_minutes alter column for_issuer_alone set default false;
