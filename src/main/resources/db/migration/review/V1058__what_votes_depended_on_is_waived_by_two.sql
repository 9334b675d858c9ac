-- H10, table 2.7: a condition that blocks, that votes asked for, or that the board decided on is waived by two people: one proposes it, another
-- one of the board committee confirms. Until then everything stands, its clock included.
create table review.waiver_proposal (
    id           uuid        primary key,
    condition_id uuid        not null references review.condition_follow_up (condition_id),
    number       int         not null check (number >= 1),
    reasons      text        not null check (reasons <> ''),
    proposed_by  text        not null,
    proposed_as  text        not null check (proposed_as in ('PANEL_CHAIR', 'BOARD_COMMITTEE')),
    proposed_at  timestamptz not null,
    unique (condition_id, number)
);
create table review.waiver_ruling (
    proposal_id uuid        primary key references review.waiver_proposal (id),
    confirmed   boolean     not null,
    reasons     text        not null check (reasons <> ''),
    ruled_by    text        not null,
    ruled_at    timestamptz not null
);
do $$
declare
    kept text;
begin
    foreach kept in array array['waiver_proposal', 'waiver_ruling'] loop
        execute format('create trigger never_changes before update or delete on review.%I
            for each row execute function review.refuse_change()', kept);
        execute format('create trigger never_emptied before truncate on review.%I
            for each statement execute function review.refuse_change()', kept);
    end loop;
end $$;
grant select, insert on review.waiver_proposal, review.waiver_ruling to ${app_role};

create function review.waived_by_two(of_condition uuid) returns boolean language sql stable as $$
    select exists (
        select 1 from review.condition c
        join review.decision d on d.id = c.decision_id
        left join review.vote_round r on r.review_id = d.review_id and r.round = d.round
        where c.id = of_condition
          and (c.blocking or d.tier = 'T4' or r.space ->> 'decider' = 'BOARD_COMMITTEE'
            or exists (select 1 from review.asked_condition a
                       where a.decision_id = d.id and a.taken_up and review.plain_words(a.text) = review.plain_words(c.text))
            or exists (select 1 from review.appeal a
                       join review.appeal_ruling l on l.appeal_id = a.id
                       join review.decision ruled on ruled.id = a.decision_id
                       where ruled.review_id = d.review_id and ruled.pass = d.pass)))
$$;

-- Where nothing but an approval with conditions was allowed, one condition that was not waived stands, or nothing was approved.
create function review.approval_rests_on(of_condition uuid) returns boolean language sql stable as $$
    select exists (
        select 1 from review.condition c
        join review.decision d on d.id = c.decision_id
        left join review.vote_round r on r.review_id = d.review_id and r.round = d.round
        where c.id = of_condition and not coalesce(jsonb_exists(r.space -> 'allowed', 'APPROVE'), false)
          and not exists (select 1 from review.condition other
                          where other.decision_id = c.decision_id and other.id <> c.id
                            and not exists (select 1 from review.condition_ruling w
                                            where w.condition_id = other.id and w.result = 'WAIVED')))
$$;

-- Of two waivers at once the second one sees the first.
create function review.refuse_waiver_that_is_none() returns trigger language plpgsql as $$
begin
    perform 1 from review.condition_follow_up f join review.condition c on c.id = f.condition_id
        where c.decision_id = (select o.decision_id from review.condition o where o.id = new.condition_id)
        order by f.condition_id for no key update of f;
    if review.approval_rests_on(new.condition_id) then
        raise exception 'the approval rests on this condition' using errcode = 'restrict_violation';
    end if;
    if review.waived_by_two(new.condition_id)
       and not exists (select 1 from review.waiver_proposal p
                       join review.waiver_ruling r on r.proposal_id = p.id and r.confirmed
                       where p.condition_id = new.condition_id and r.ruled_by = new.ruled_by
                         and p.proposed_by <> r.ruled_by and new.ruled_as = 'BOARD_COMMITTEE') then
        raise exception 'this condition is waived by two people' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger waived_as_it_must_be before insert on review.condition_ruling
    for each row when (new.result = 'WAIVED') execute function review.refuse_waiver_that_is_none();

create function review.refuse_waiver_by_involved(of_condition uuid, person text) returns void language plpgsql as $$
declare
    followed review.condition_follow_up := (select f from review.condition_follow_up f where f.condition_id = of_condition);
begin
    if followed.closed_at is not null then
        raise exception 'the condition is closed' using errcode = 'restrict_violation';
    end if;
    if review.interested(followed.contract_id, person)
       or exists (select 1 from review.condition c where c.id = of_condition and c.owner = person)
       or exists (select 1 from review.condition_report t where t.condition_id = of_condition and t.reported_by = person) then
        raise exception 'who owns or reported the condition, submitted the contract or is paid by it has no part in its waiver'
            using errcode = 'restrict_violation';
    end if;
end $$;

create function review.refuse_waiver_proposal() returns trigger language plpgsql as $$
begin
    perform review.refuse_waiver_by_involved(new.condition_id, new.proposed_by);
    if exists (select 1 from review.waiver_proposal p where p.condition_id = new.condition_id
               and not exists (select 1 from review.waiver_ruling r where r.proposal_id = p.id)) then
        raise exception 'a waiver of this condition is proposed already' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger only_by_others before insert on review.waiver_proposal
    for each row execute function review.refuse_waiver_proposal();
create trigger not_by_recused before insert on review.waiver_proposal
    for each row execute function review.refuse_recused('proposed_by', 'condition_id',
        'select contract_id from review.condition_follow_up where condition_id = $1');

create function review.refuse_ruling_on_own_waiver() returns trigger language plpgsql as $$
begin
    perform review.refuse_waiver_by_involved(p.condition_id, new.ruled_by)
        from review.waiver_proposal p where p.id = new.proposal_id;
    if exists (select 1 from review.waiver_proposal p where p.id = new.proposal_id and p.proposed_by = new.ruled_by) then
        raise exception 'who proposed a waiver does not confirm it' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger only_by_others before insert on review.waiver_ruling
    for each row execute function review.refuse_ruling_on_own_waiver();
create trigger not_by_recused before insert on review.waiver_ruling
    for each row execute function review.refuse_recused('ruled_by', 'proposal_id',
        'select f.contract_id from review.waiver_proposal p join review.condition_follow_up f on f.condition_id = p.condition_id where p.id = $1');
