-- Every contract a concern is about: the one its filer named, and each that a letter names. Whoever asks from whom a concern is kept
-- because of its contract asks this, so that a letter about several is kept from the people of each (H13).
create view concern.about as
    select c.id as concern, c.contract from concern.concern c where c.contract is not null
    union
    select l.letter, l.contract from concern.letter_contract l;
grant select on concern.about to ${app_role};

create or replace function concern.in_conflict(of_concern uuid, of_part text, person text) returns boolean language sql stable as $$
    select exists (
        select 1 from concern.about a join review.participant p on p.contract = a.contract
        where a.concern = of_concern and p.person = in_conflict.person and (p.paid or of_part = 'HANDLING'))
$$;

-- A letter gets its key before its contracts: who turns out to be in conflict by one of them loses the key again.
create function concern.takes_wrap_in_conflict() returns trigger language plpgsql as $$
begin
    delete from concern.key_wrap w where w.concern = new.letter and concern.in_conflict(w.concern, w.part, w.recipient);
    return new;
end $$;
create trigger letter_contract_takes_wrap after insert on concern.letter_contract
    for each row execute function concern.takes_wrap_in_conflict();
