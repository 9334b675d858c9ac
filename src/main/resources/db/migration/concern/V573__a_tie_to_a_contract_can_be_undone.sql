-- A concern that was tied to a contract by mistake is about it no longer. The tie stays, with who undid it and why. Where something was
-- done about the contract because of the concern, another person confirms it; what waits for an end is ended first, by an act of its own.
create table concern.undone_tie (
    id           uuid not null primary key,
    concern      uuid not null references concern.concern (id),
    contract     uuid not null,
    because      text not null check (length(trim(because)) between 30 and 2000),
    asked_by     text not null check (length(asked_by) between 1 and 100),
    asked_on     date not null,
    confirmed_by text check (confirmed_by <> asked_by),
    undone_on    date check (undone_on >= asked_on),
    foreign key (concern, contract) references concern.tied_contract (concern, contract) on delete cascade,
    check (confirmed_by is null or undone_on is not null)
);
create unique index a_tie_is_undone_once on concern.undone_tie (concern, contract) where undone_on is not null;

create function concern.demands_tie_at_rest(of_concern uuid, of_contract uuid) returns void language plpgsql as $$
begin
    if exists (select 1 from review.concern_measure m
               where m.concern_id = of_concern and m.contract_id = of_contract and m.measure in ('HOLD', 'HEARING')
                 and not exists (select 1 from review.concern_measure_end e
                                 where (e.concern_id, e.measure, e.contract_id) = (m.concern_id, m.measure, m.contract_id))) then
        raise exception 'what a concern holds up is ended before its tie is undone' using errcode = 'restrict_violation';
    end if;
    if exists (select 1 from concern.withdrawal w where w.concern = of_concern) then
        raise exception 'nothing of a withdrawn concern is changed' using errcode = 'restrict_violation';
    end if;
end $$;

create function concern.undoes_tie() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and (old.undone_on is not null or new.undone_on is null
        or (new.id, new.concern, new.contract, new.because, new.asked_by, new.asked_on)
           is distinct from (old.id, old.concern, old.contract, old.because, old.asked_by, old.asked_on)) then
        raise exception 'that a tie is undone is only confirmed, once' using errcode = 'restrict_violation';
    end if;
    perform concern.refuses_person_of_opening(new.concern, coalesce(new.confirmed_by, new.asked_by));
    perform concern.demands_tie_at_rest(new.concern, new.contract);
    if new.undone_on is not null and new.confirmed_by is null
        and exists (select 1 from review.concern_measure m where m.concern_id = new.concern and m.contract_id = new.contract) then
        raise exception 'a tie by which something was done is undone by two people' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger tie_undone before insert or update on concern.undone_tie
    for each row execute function concern.undoes_tie();

create or replace view concern.about as
    select c.id as concern, c.contract from concern.concern c where c.contract is not null
    union
    select l.letter, l.contract from concern.letter_contract l
    union
    select c.id, k.id from concern.concern c join contract.contract k on k.awarding_name = c.agency
    union
    select t.concern, t.contract from concern.tied_contract t
    where not exists (select 1 from concern.undone_tie u
                      where u.concern = t.concern and u.contract = t.contract and u.undone_on is not null);

grant select, insert on concern.undone_tie to ${app_role};
grant update (confirmed_by, undone_on) on concern.undone_tie to ${app_role};
