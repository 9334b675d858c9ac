-- A concern may be about a capability, a version of the policy or one of its tables, or a stage of the process, instead of a contract.
-- The link is as open as that to a contract or an agency.
alter table concern.concern
    add column matter      text check (matter in ('CAPABILITY', 'POLICY', 'PROCESS')),
    add column matter_code text,
    drop constraint contract_or_agency,
    add constraint about_one_thing check (num_nonnulls(contract, agency, matter) <= 1),
    add constraint matter_has_its_code check (case matter
        when 'POLICY' then coalesce(matter_code ~ '^[1-9][0-9]{0,5}(/[a-z-]{1,60})?$', false)
        when 'CAPABILITY' then coalesce(matter_code ~ '^[A-Z0-9_]{1,60}$', false)
        when 'PROCESS' then coalesce(matter_code ~ '^[A-Z_]{1,60}$', false)
        else matter_code is null end);
create index concern_by_matter on concern.concern (matter, status) where matter is not null;

create function concern.version_of_matter(of_matter text, code text) returns int language sql immutable as $$
    select case when of_matter = 'POLICY' and code ~ '^[1-9][0-9]{0,5}(/|$)' then split_part(code, '/', 1)::int end
$$;

create function concern.demands_known_version() returns trigger language plpgsql as $$
begin
    if new.matter = 'POLICY' and not exists (
        select 1 from policy.version v where v.number = concern.version_of_matter(new.matter, new.matter_code)) then
        raise exception 'there is no such version of the policy' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger matter_known before insert on concern.concern
    for each row execute function concern.demands_known_version();

-- Contracts that whoever handles such a concern found it to be about, too.
create table concern.tied_contract (
    concern  uuid not null references concern.concern (id),
    contract uuid not null,
    officer  text not null check (length(officer) between 1 and 100),
    tied_on  date not null,
    primary key (concern, contract)
);

create or replace view concern.about as
    select c.id as concern, c.contract from concern.concern c where c.contract is not null
    union
    select l.letter, l.contract from concern.letter_contract l
    union
    select c.id, k.id from concern.concern c join contract.contract k on k.awarding_name = c.agency
    union
    select t.concern, t.contract from concern.tied_contract t;

-- Who wrote or approved the version handles no concern about it either (H13). Who runs a stage stands in no table here; the server asks.
create or replace function concern.in_conflict(of_concern uuid, of_part text, person text) returns boolean language sql stable as $$
    select exists (
        select 1 from concern.about a join review.participant p on p.contract = a.contract
        where a.concern = of_concern and p.person = in_conflict.person and (p.paid or of_part <> 'REVIEW'))
    or of_part <> 'REVIEW' and exists (
        select 1 from concern.concern c
        join policy.version v on v.number = concern.version_of_matter(c.matter, c.matter_code)
        where c.id = of_concern and (v.author = in_conflict.person or exists (
            select 1 from policy.version_step s
            where s.number = v.number and s.state = 'APPROVED' and s.actor = in_conflict.person)))
$$;

create function concern.ties_contract() returns trigger language plpgsql as $$
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
    return new;
end $$;
create trigger contract_tied before insert on concern.tied_contract
    for each row execute function concern.ties_contract();

create function concern.takes_wrap_of_tied() returns trigger language plpgsql as $$
begin
    delete from concern.key_wrap w where w.concern = new.concern and concern.in_conflict(w.concern, w.part, w.recipient);
    return new;
end $$;
create trigger tied_contract_takes_wrap after insert on concern.tied_contract
    for each row execute function concern.takes_wrap_of_tied();

grant select, insert on concern.tied_contract to ${app_role};
