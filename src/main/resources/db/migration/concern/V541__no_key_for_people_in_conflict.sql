-- Whoever is paid by the contract, or judged it, handles no concern about it: they get no key to what its handlers read, whichever
-- way it comes; and who is paid gets none to what reviewers read either (H13).
create function concern.in_conflict(of_concern uuid, of_part text, person text) returns boolean language sql stable as $$
    select exists (
        select 1 from concern.concern c join review.participant p on p.contract = c.contract
        where c.id = of_concern and p.person = in_conflict.person and (p.paid or of_part = 'HANDLING'))
$$;

create function concern.refuses_wrap_in_conflict() returns trigger language plpgsql as $$
begin
    if concern.in_conflict(new.concern, new.part, new.recipient) then
        raise exception 'this person had a hand in the contract and gets no key of the concern' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger key_wrap_refuses_conflict before insert or update on concern.key_wrap
    for each row execute function concern.refuses_wrap_in_conflict();
