-- S0, H1: nobody approves the rules they wrote, also where somebody else proposed the same files once more.
create function policy.refuse_own_words() returns trigger language plpgsql as $$
begin
    if new.state = 'APPROVED' and exists (
        select 1 from policy.version v join policy.version same on same.content_hash = v.content_hash
        where v.number = new.number and same.author = new.actor) then
        raise exception 'who wrote a version does not approve it' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger never_by_whoever_wrote_it before insert on policy.version_step
    for each row execute function policy.refuse_own_words();
