-- What a concern does to the contract it is about (table 2.9): each measure once for a concern, and kept. To the day, because a finer
-- time would single out who filed or signed last.
create table review.concern_measure (
    contract_id uuid not null references contract.contract (id),
    concern_id  uuid not null,
    measure     text not null check (measure in ('HOLD', 'REOPEN', 'HEARING', 'BOARD', 'SUSPENSION')),
    because     text not null check (length(trim(because)) between 1 and 2000),
    taken_by    text not null check (taken_by <> ''),
    taken_on    date not null,
    -- the review that it opened
    review_id   uuid references review.review (id),
    primary key (concern_id, measure, contract_id)
);
create index concern_measure_by_contract on review.concern_measure (contract_id);

create table review.concern_measure_end (
    concern_id  uuid not null,
    measure     text not null check (measure in ('HOLD', 'HEARING')),
    contract_id uuid not null,
    because     text not null check (length(trim(because)) between 1 and 10000),
    ended_by    text not null check (ended_by <> ''),
    ended_on    date not null,
    primary key (concern_id, measure, contract_id),
    foreign key (concern_id, measure, contract_id) references review.concern_measure (concern_id, measure, contract_id)
);

do $$
declare
    kept text;
begin
    foreach kept in array array['concern_measure', 'concern_measure_end'] loop
        execute format('create trigger never_changes before update or delete on review.%I
            for each row execute function review.refuse_change()', kept);
        execute format('create trigger never_emptied before truncate on review.%I
            for each statement execute function review.refuse_change()', kept);
    end loop;
end $$;

create function review.measure_stands(of_contract uuid, of_measure text) returns boolean language sql stable as $$
    select exists (
        select 1 from review.concern_measure m
        where m.contract_id = of_contract and m.measure = of_measure
          and not exists (select 1 from review.concern_measure_end e
                          where e.concern_id = m.concern_id and e.measure = m.measure and e.contract_id = m.contract_id))
$$;

-- A signature is held on every path: neither is it confirmed, nor does the contract become signed. A contract whose services go on
-- again was signed before and is not signed by that.
create function review.refuse_confirmation_while_held() returns trigger language plpgsql as $$
begin
    if review.measure_stands(new.contract_id, 'HOLD') then
        raise exception 'the signature of contract % is held', new.contract_id using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger never_while_held before insert on review.gate_confirmation
    for each row execute function review.refuse_confirmation_while_held();

create function review.refuse_signature_while_held() returns trigger language plpgsql as $$
begin
    if new.state = 'SIGNED' and (tg_op = 'INSERT' or old.state not in ('SIGNED', 'RESTRICTED', 'SUSPENDED'))
            and review.measure_stands(new.id, 'HOLD') then
        raise exception 'the signature of contract % is held', new.id using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger never_signed_while_held before insert or update of state on contract.contract
    for each row execute function review.refuse_signature_while_held();

-- Nothing is decided on a contract before those who signed were heard.
create function review.refuse_decision_before_hearing() returns trigger language plpgsql as $$
begin
    if review.measure_stands(new.contract_id, 'HEARING') then
        raise exception 'the panel has not heard those who signed about contract %', new.contract_id
            using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger only_after_hearing before insert on review.decision
    for each row execute function review.refuse_decision_before_hearing();

-- Who is paid by the contract ends nothing that protects from it (H1).
create function review.refuse_end_by_interested() returns trigger language plpgsql as $$
begin
    if review.interested(new.contract_id, new.ended_by) then
        raise exception 'who submitted the contract or is paid by it ends no measure about it'
            using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger only_by_others before insert on review.concern_measure_end
    for each row execute function review.refuse_end_by_interested();

grant select, insert on review.concern_measure, review.concern_measure_end to ${app_role};
