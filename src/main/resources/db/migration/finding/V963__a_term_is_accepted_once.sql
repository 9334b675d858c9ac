-- A second acceptance of the same words would begin a version that finds nothing more, and scan every contract again.
create function finding.refuse_term_accepted_before() returns trigger language plpgsql as $$
begin
    if new.accepted and exists (
        select 1
          from finding.proposed_term mine
          join finding.proposed_term other on other.check_id = mine.check_id and other.phrase = mine.phrase
          join finding.term_ruling ruling on ruling.term_id = other.id and ruling.accepted
         where mine.id = new.term_id) then
        raise exception 'this term was accepted already' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger accepted_once before insert on finding.term_ruling
    for each row execute function finding.refuse_term_accepted_before();
