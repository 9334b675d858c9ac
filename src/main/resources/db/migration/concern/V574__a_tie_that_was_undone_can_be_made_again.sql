-- A tie that was undone can turn out to have been right. It is made again with a reason, as another row; the one that was undone stays,
-- with who undid it and why. A pair has one open tie at a time: a tie has the next number, and the one before it is undone.
drop index concern.a_tie_is_undone_once;
alter table concern.undone_tie
    drop constraint undone_tie_concern_contract_fkey,
    add column number int not null default 1;
alter table concern.undone_tie alter column number drop default;

alter table concern.tied_contract
    add column number  int not null default 1 check (number > 0),
    add column because text check (length(trim(because)) between 30 and 2000),
    drop constraint tied_contract_pkey,
    add primary key (concern, contract, number),
    add constraint made_again_with_a_reason check (number = 1 or because is not null);
alter table concern.tied_contract alter column number drop default;

alter table concern.undone_tie
    add foreign key (concern, contract, number) references concern.tied_contract (concern, contract, number) on delete cascade;
create unique index a_tie_is_undone_once on concern.undone_tie (concern, contract, number) where undone_on is not null;

create or replace function concern.ties_contract() returns trigger language plpgsql as $$
begin
    if not exists (select 1 from concern.concern c where c.id = new.concern and c.matter is not null and c.status <> 'ANSWERED')
        or exists (select 1 from concern.withdrawal w where w.concern = new.concern) then
        raise exception 'only an open concern about a capability, the policy or the process is tied to a contract'
            using errcode = 'restrict_violation';
    end if;
    if exists (select 1 from review.participant p where p.contract = new.contract and p.person = new.officer)
        or exists (select 1 from concern.kept_from k where k.concern = new.concern and k.username = new.officer)
        or concern.in_conflict(new.concern, 'HANDLING', new.officer) then
        raise exception 'this concern is kept from that person' using errcode = 'restrict_violation';
    end if;
    if new.number <> 1 + (select count(*) from concern.undone_tie u
                          where u.concern = new.concern and u.contract = new.contract and u.undone_on is not null) then
        raise exception 'a concern has one open tie to a contract at a time' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;

create or replace function concern.undoes_tie() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and (old.undone_on is not null or new.undone_on is null
        or (new.id, new.concern, new.contract, new.number, new.because, new.asked_by, new.asked_on)
           is distinct from (old.id, old.concern, old.contract, old.number, old.because, old.asked_by, old.asked_on)) then
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

create or replace view concern.about as
    select c.id as concern, c.contract from concern.concern c where c.contract is not null
    union
    select l.letter, l.contract from concern.letter_contract l
    union
    select c.id, k.id from concern.concern c join contract.contract k on k.awarding_name = c.agency
    union
    select t.concern, t.contract from concern.tied_contract t
    where not exists (select 1 from concern.undone_tie u
                      where u.concern = t.concern and u.contract = t.contract and u.number = t.number and u.undone_on is not null);
