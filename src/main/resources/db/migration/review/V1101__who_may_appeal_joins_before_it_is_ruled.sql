-- S9, H5: an appeal is heard once for each decision, so whoever may appeal beside the one who filed it joins it with reasons of their own: those
-- who dissented, and the ombuds for a concern. Nothing of it ever changes.
create table review.appeal_joining (
    id         uuid        primary key,
    appeal_id  uuid        not null references review.appeal (id),
    person     text        not null,
    joined_as  text        not null,
    reasons    text        not null check (reasons <> ''),
    concern_id uuid,
    joined_at  timestamptz not null,
    check ((joined_as = 'OMBUDS') = (concern_id is not null))
);
create unique index appeal_joined_once_by_dissenter on review.appeal_joining (appeal_id, person) where concern_id is null;
create unique index appeal_joined_once_for_concern on review.appeal_joining (appeal_id, concern_id) where concern_id is not null;
create trigger never_changes before update or delete on review.appeal_joining
    for each row execute function review.refuse_change();
create trigger never_emptied before truncate on review.appeal_joining
    for each statement execute function review.refuse_change();
grant select, insert on review.appeal_joining to ${app_role};

create function review.appeal_period_over(of_decision uuid) returns boolean language plpgsql stable as $$
begin
    return (select coalesce(d.appeal_ends_at, d.decided_at + interval '14 days') <= now() from review.decision d where d.id = of_decision);
end $$;

-- Whether somebody who could have appealed has not joined: of two who dissented and have no conflict each one, and the ombuds for each open
-- letter about the contract. The application asks this, too.
create function review.appeal_awaits_others(of_appeal uuid) returns boolean language plpgsql stable as $$
declare
    appeal review.appeal := (select a from review.appeal a where a.id = of_appeal);
begin
    return (select count(*) >= 2 and bool_or(d.voter <> appeal.filed_by
                   and not exists (select 1 from review.appeal_request q where q.decision_id = d.decision_id and q.person = d.voter)
                   and not exists (select 1 from review.appeal_joining j where j.appeal_id = appeal.id and j.person = d.voter))
            from review.dissent d
            where d.decision_id = appeal.decision_id and not review.has_conflict(appeal.review_id, d.voter))
        or exists (select 1 from review.review r
                   join concern.about o on o.contract = r.contract_id
                   join concern.concern c on c.id = o.concern
                   where r.id = appeal.review_id and c.mode = 'COLLECTIVE' and c.status <> 'ANSWERED'
                     and c.id is distinct from appeal.concern_id
                     and not exists (select 1 from concern.withdrawal w where w.concern = c.id)
                     and not exists (select 1 from review.appeal_joining j where j.appeal_id = appeal.id and j.concern_id = c.id));
end $$;

-- H1, H2: who has an interest in the contract or declared a conflict appeals nothing. The account owner and leadership speak for the company's
-- side, and can appeal a rejection only.
create function review.refuse_appeal_by_outsider() returns trigger language plpgsql as $$
begin
    -- whoever declares a conflict at this moment is either seen below, or comes after the appeal
    perform 1 from review.review r where r.id = new.review_id for no key update;
    if new.filed_as not in ('SUBMITTER', 'LEADERSHIP') then
        perform review.refuse_outsider(new.review_id, new.filed_by, 'does not appeal (H1, H2)');
    elsif not exists (select 1 from review.decision d where d.id = new.decision_id and d.outcome = 'REJECT') then
        raise exception 'the account owner and leadership appeal a rejection only' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger not_by_whoever_gains before insert on review.appeal
    for each row execute function review.refuse_appeal_by_outsider();

-- As before, and: who gains by the contract asks for no appeal (H1).
create or replace function review.refuse_request_without_dissent() returns trigger language plpgsql as $$
begin
    if not exists (select 1 from review.dissent d where d.decision_id = new.decision_id and d.voter = new.person) then
        raise exception 'only who dissented asks for this appeal' using errcode = 'restrict_violation';
    end if;
    if exists (select 1 from review.decision d join review.recusal c on c.review_id = d.review_id
               where d.id = new.decision_id and c.person = new.person) then
        raise exception 'who declared a conflict asks for no appeal' using errcode = 'restrict_violation';
    end if;
    if exists (select 1 from review.decision d where d.id = new.decision_id and review.interested(d.contract_id, new.person)) then
        raise exception 'who submitted the contract or is paid by it asks for no appeal' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;

create function review.refuse_joining() returns trigger language plpgsql as $$
declare
    appeal review.appeal := (select a from review.appeal a where a.id = new.appeal_id);
begin
    perform 1 from review.review r where r.id = appeal.review_id for no key update;
    perform review.refuse_outsider(appeal.review_id, new.person, 'joins no appeal (H1, H2)');
    if exists (select 1 from review.appeal_ruling r where r.appeal_id = new.appeal_id)
       or exists (select 1 from review.appeal_vote v where v.appeal_id = new.appeal_id and v.voter = new.person)
       or review.appeal_period_over(appeal.decision_id) then
        raise exception 'the appeal is ruled on, its period is over, or this person votes on it' using errcode = 'restrict_violation';
    end if;
    if new.concern_id is null and not exists (select 1 from review.dissent d where d.decision_id = appeal.decision_id
                                              and d.voter = new.person and d.role = new.joined_as) then
        raise exception 'only who dissented joins without a concern' using errcode = 'restrict_violation';
    end if;
    if new.concern_id is not null and not exists (
            select 1 from concern.about o join review.review r on r.contract_id = o.contract
            where o.concern = new.concern_id and r.id = appeal.review_id) then
        raise exception 'the concern is not about this contract' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger only_by_those_who_may_appeal before insert on review.appeal_joining
    for each row execute function review.refuse_joining();

-- Nobody judges an appeal before they can read all of its reasons, or the time to give them is over; and nobody judges one they joined.
-- Argument: the column with the person.
create function review.refuse_judging_too_early() returns trigger language plpgsql as $$
declare
    appeal review.appeal := (select a from review.appeal a where a.id = new.appeal_id);
begin
    perform 1 from review.review r where r.id = appeal.review_id for no key update;
    if exists (select 1 from review.appeal_joining j where j.appeal_id = new.appeal_id
               and j.person = to_jsonb(new) ->> tg_argv[0]) then
        raise exception 'who joined an appeal does not judge it' using errcode = 'restrict_violation';
    end if;
    if not review.appeal_period_over(appeal.decision_id) and review.appeal_awaits_others(new.appeal_id) then
        raise exception 'those who dissented or the ombuds can still join this appeal' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger after_everybody_was_heard before insert on review.appeal_vote
    for each row execute function review.refuse_judging_too_early('voter');
create trigger after_everybody_was_heard before insert on review.appeal_ruling
    for each row execute function review.refuse_judging_too_early('decided_by');
