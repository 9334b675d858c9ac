-- S9: the board committee rules by named votes, and may change a decision within what the tables allowed.
create table review.appeal_vote (
    appeal_id uuid        not null references review.appeal (id),
    voter     text        not null,
    choice    text        not null check (choice in ('CONFIRM', 'CHANGE', 'RETURN')),
    reasons   text        not null check (reasons <> ''),
    cast_at   timestamptz not null,
    primary key (appeal_id, voter)
);

-- Members of the panel who dissented appeal together: the second one files what the first one asked for.
create table review.appeal_request (
    decision_id  uuid        not null references review.decision (id),
    person       text        not null,
    reasons      text        not null check (reasons <> ''),
    requested_at timestamptz not null,
    primary key (decision_id, person)
);

-- Which concern a collective appeal is about; nothing else of it is known here.
alter table review.appeal add column concern_id uuid;

alter table review.appeal_ruling drop constraint appeal_ruling_result_check;
alter table review.appeal_ruling add constraint appeal_ruling_result_check check (result in ('CONFIRM', 'CHANGE', 'RETURN'));
alter table review.appeal_ruling add column outcome text;
alter table review.appeal_ruling add constraint appeal_ruling_outcome_check
    check ((result = 'CHANGE') = (outcome is not null) and outcome in ('APPROVE', 'CONDITIONAL', 'REJECT'));

-- The decision on an appeal stands beside the first one.
alter table review.decision drop constraint decision_review_id_pass_key;
alter table review.decision add constraint decision_of_a_pass unique (review_id, pass, outcome);

do $$
declare
    kept text;
begin
    foreach kept in array array['appeal_vote', 'appeal_request'] loop
        execute format('create trigger never_changes before update or delete on review.%I
            for each row execute function review.refuse_change()', kept);
        execute format('create trigger never_emptied before truncate on review.%I
            for each statement execute function review.refuse_change()', kept);
    end loop;
end $$;

create function review.refuse_appeal_vote() returns trigger language plpgsql as $$
begin
    if exists (select 1 from review.appeal_ruling r where r.appeal_id = new.appeal_id) then
        raise exception 'the appeal is ruled on' using errcode = 'restrict_violation';
    end if;
    if exists (select 1 from review.appeal a join review.vote v on v.review_id = a.review_id
               where a.id = new.appeal_id and v.voter = new.voter)
       or exists (select 1 from review.appeal a join review.decision d on d.id = a.decision_id
                  where a.id = new.appeal_id
                    and (new.voter in (d.decided_by, a.filed_by) or review.interested(d.contract_id, new.voter))) then
        raise exception 'who voted, decided, appealed or gains by the contract has no vote on the appeal'
            using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger only_by_others before insert on review.appeal_vote
    for each row execute function review.refuse_appeal_vote();

create function review.refuse_request_without_dissent() returns trigger language plpgsql as $$
begin
    if not exists (select 1 from review.dissent d where d.decision_id = new.decision_id and d.voter = new.person) then
        raise exception 'only who dissented asks for this appeal' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger only_by_dissenters before insert on review.appeal_request
    for each row execute function review.refuse_request_without_dissent();

-- The ruling is what more than half of the named votes say.
create function review.refuse_uncarried_ruling() returns trigger language plpgsql as $$
declare
    votes int := (select count(*) from review.appeal_vote v where v.appeal_id = new.appeal_id);
    carried int := (select count(*) from review.appeal_vote v where v.appeal_id = new.appeal_id and v.choice = new.result);
begin
    if carried * 2 <= votes then
        raise exception 'the named votes do not carry this ruling' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger only_what_was_carried before insert on review.appeal_ruling
    for each row execute function review.refuse_uncarried_ruling();

-- H6 as before, and: on appeal, the outcome of the ruling, within the same space.
create or replace function review.refuse_uncarried_decision() returns trigger language plpgsql as $$
begin
    if not exists (
        select 1 from review.vote_round r
        where r.review_id = new.review_id and r.round = new.round and r.closed_at is not null
          and jsonb_exists(r.space -> 'allowed', new.outcome)
          and (r.carried = new.outcome or exists (
              select 1 from review.appeal a
              join review.appeal_ruling l on l.appeal_id = a.id and l.result = 'CHANGE' and l.outcome = new.outcome
              join review.decision first on first.id = a.decision_id
              where first.review_id = new.review_id and first.pass = new.pass))) then
        raise exception 'the vote did not carry this outcome' using errcode = 'restrict_violation';
    end if;
    if exists (select 1 from review.decision d where d.review_id = new.review_id and d.pass = new.pass)
       and not exists (
           select 1 from review.appeal a
           join review.appeal_ruling l on l.appeal_id = a.id and l.result = 'CHANGE' and l.outcome = new.outcome
           join review.decision first on first.id = a.decision_id
           where first.review_id = new.review_id and first.pass = new.pass) then
        raise exception 'this pass is decided' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;

-- Nothing is signed while an appeal against its approval is heard.
create function review.refuse_gate_under_appeal() returns trigger language plpgsql as $$
begin
    if exists (select 1 from review.appeal a where a.decision_id = new.decision_id
               and not exists (select 1 from review.appeal_ruling r where r.appeal_id = a.id)) then
        raise exception 'an appeal against this decision is being heard' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger not_under_appeal before insert on review.gate_confirmation
    for each row execute function review.refuse_gate_under_appeal();

grant select, insert on review.appeal_vote, review.appeal_request to ${app_role};
