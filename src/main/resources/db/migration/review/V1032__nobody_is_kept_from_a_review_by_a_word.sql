-- Who is named as paid by a contract takes no part in its review (H1), from the moment they are named. The account owner names them, and
-- could name a reviewer who is in the way. Whoever is named can deny it; somebody without a part in the sale rules on that.
create table review.pay_denial (
    id          uuid        primary key,
    contract_id uuid        not null references contract.contract (id),
    person      text        not null check (person <> ''),
    reasons     text        not null check (length(btrim(reasons)) between 1 and 2000),
    denied_at   timestamptz not null,
    unique (contract_id, person)
);

-- paid: they stay out of the review.
create table review.pay_ruling (
    denial_id uuid        primary key references review.pay_denial (id),
    paid      boolean     not null,
    reasons   text        not null check (length(btrim(reasons)) between 1 and 2000),
    ruled_by  text        not null check (ruled_by <> ''),
    ruled_at  timestamptz not null
);

do $$
declare
    kept text;
begin
    foreach kept in array array['pay_denial', 'pay_ruling'] loop
        execute format('create trigger never_changes before update or delete on review.%I
            for each row execute function review.refuse_change()', kept);
        execute format('create trigger never_emptied before truncate on review.%I
            for each statement execute function review.refuse_change()', kept);
    end loop;
end $$;
grant select, insert on review.pay_denial, review.pay_ruling to ${app_role};

create function review.refuse_denial() returns trigger language plpgsql as $$
begin
    if not exists (select 1 from review.review r where r.contract_id = new.contract_id and new.person = any (r.account_team)) then
        raise exception 'only who is named as paid by the contract denies it' using errcode = 'restrict_violation';
    end if;
    if contract.ever_owned(new.contract_id, new.person) then
        raise exception 'who owns the contract or owned it is paid by it' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger only_by_who_is_named before insert on review.pay_denial
    for each row execute function review.refuse_denial();

create function review.refuse_pay_ruling() returns trigger language plpgsql as $$
declare
    denied review.pay_denial;
begin
    select * into denied from review.pay_denial d where d.id = new.denial_id;
    if denied.person = new.ruled_by or review.interested(denied.contract_id, new.ruled_by) then
        raise exception 'who is named, submitted the contract or is paid by it does not rule on who is (H1)'
            using errcode = 'restrict_violation';
    end if;
    if not new.paid and contract.ever_owned(denied.contract_id, denied.person) then
        raise exception 'who owns the contract or owned it is paid by it (H1)' using errcode = 'restrict_violation';
    end if;
    if exists (select 1 from review.recusal c join review.review r on r.id = c.review_id
               where r.contract_id = denied.contract_id and c.person = new.ruled_by) then
        raise exception 'who declared a conflict does not rule on who is paid' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger only_by_others before insert on review.pay_ruling
    for each row execute function review.refuse_pay_ruling();

alter table review.review add constraint account_team_holds_people check (array_position(account_team, null) is null) not valid;

-- What a review is about, who submitted it and what was said then stay; nobody leaves the account team but by a ruling, and a closed
-- review stays closed.
create function review.refuse_rewritten_review() returns trigger language plpgsql as $$
begin
    if (new.contract_id, new.submitter, new.opened_at, new.intake) is distinct from
       (old.contract_id, old.submitter, old.opened_at, old.intake) then
        raise exception 'contract, submitter, day and intake of a review stay as they were' using errcode = 'restrict_violation';
    end if;
    if old.closed_at is not null and new.closed_at is distinct from old.closed_at then
        raise exception 'a closed review stays closed' using errcode = 'restrict_violation';
    end if;
    if exists (select member from unnest(old.account_team) as member where array_position(new.account_team, member) is null
               and not exists (select 1 from review.pay_denial d join review.pay_ruling p on p.denial_id = d.id
                               where d.contract_id = old.contract_id and d.person = member and not p.paid)) then
        raise exception 'nobody leaves the account team without a ruling that they are not paid by the contract (H1)'
            using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger stays_what_it_is before update on review.review
    for each row execute function review.refuse_rewritten_review();

-- Whoever was found not to be paid is not named again, in this review or a later one; where that changed, they declare it (H2). Who was
-- found to be paid is named in every later review.
create function review.refuse_naming_against_a_ruling() returns trigger language plpgsql as $$
begin
    if exists (select 1 from review.pay_denial d join review.pay_ruling p on p.denial_id = d.id
               where d.contract_id = new.contract_id and d.person = any (new.account_team) and not p.paid) then
        raise exception 'it was ruled that they are not paid by the contract' using errcode = 'restrict_violation';
    end if;
    if tg_op = 'INSERT' and exists (
            select 1 from review.pay_denial d join review.pay_ruling p on p.denial_id = d.id
            where d.contract_id = new.contract_id and p.paid and array_position(new.account_team, d.person) is null) then
        raise exception 'it was ruled who is paid by the contract, and they are not named' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger named_as_ruled before insert or update of account_team on review.review
    for each row execute function review.refuse_naming_against_a_ruling();
