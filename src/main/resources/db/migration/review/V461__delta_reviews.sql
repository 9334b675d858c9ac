-- H8: a change after an approval opens a delta review. What the change touches is done anew; the rest is carried over from the
-- contract's last decided review, by citation: nothing is copied, so nothing that is carried over can look newly made.

create table review.delta_review (
    review_id      uuid primary key references review.review (id),
    after_review   uuid        not null references review.review (id),
    after_pass     int         not null,
    after_decision uuid        not null references review.decision (id),
    opened_at      timestamptz not null
);

-- Why nothing is carried over from this pass on: the whole review is done.
create table review.whole_review (
    review_id  uuid primary key references review.delta_review (review_id),
    from_pass  int         not null check (from_pass between 1 and 2),
    reason     text        not null check (reason <> ''),
    decided_at timestamptz not null
);

-- Which review, which text, who wrote it, when. A legal check, a triage, a vote and a decision are never among the items.
create table review.carried_over (
    id          uuid primary key,
    review_id   uuid        not null references review.delta_review (review_id),
    pass        int         not null check (pass = 1),
    item        text        not null check (item in ('DOCUMENT_CHECK', 'RESEARCH', 'ASSESSMENT', 'MITIGATION', 'RIGHT')),
    right_code  text        not null default '',
    from_review uuid        not null references review.review (id),
    from_pass   int         not null,
    written_by  text        not null,
    written_at  timestamptz not null,
    text_hash   text        not null check (text_hash ~ '^[0-9a-f]{64}$'),
    carried_at  timestamptz not null,
    unique (review_id, item, right_code),
    check ((item = 'RIGHT') = (right_code <> ''))
);

-- Somebody of the stage found that it cannot stand: from here on it is due like everything that is touched.
create table review.carried_over_reopened (
    carried_over_id uuid primary key references review.carried_over (id),
    reason          text        not null check (length(reason) between 1 and 4000),
    reopened_by     text        not null,
    reopened_at     timestamptz not null
);

do $$
declare
    kept text;
begin
    foreach kept in array array['delta_review', 'whole_review', 'carried_over', 'carried_over_reopened'] loop
        execute format('create trigger never_changes before update or delete on review.%I
            for each row execute function review.refuse_change()', kept);
        execute format('create trigger never_emptied before truncate on review.%I
            for each statement execute function review.refuse_change()', kept);
    end loop;
end $$;
grant select, insert on review.delta_review, review.whole_review, review.carried_over, review.carried_over_reopened
    to ${app_role};

create view review.carried_standing as
    select c.* from review.carried_over c
    where not exists (select 1 from review.carried_over_reopened o where o.carried_over_id = c.id);

-- The result of each stage that counts in a pass, with the pass it was written in: its own, or one that is carried over.
create view review.stage_in_effect as
    select s.review_id, s.pass, s.stage, s.review_id as from_review, s.pass as from_pass, s.actor, s.completed_at, s.form
    from review.stage_result s
    union all
    select c.review_id, c.pass, s.stage, s.review_id, s.pass, s.actor, s.completed_at, s.form
    from review.carried_standing c
    join review.stage_result s on s.review_id = c.from_review and s.pass = c.from_pass and s.stage = c.item;

-- Every right of an assessment, with the assessment it was written in: its own, or one that is carried over.
create view review.impact_in_effect as
    select i.assessment_id, i.right_code, i.touched, i.kind, i.affected, i.vulnerable_groups, i.scale, i.scale_reason, i.scope,
           i.scope_reason, i.irremediability, i.irremediability_reason, i.likelihood, i.involvement, i.leverage, i.leverage_use,
           i.mitigation, i.severity, i.clauses, i.assessment_id as written_in
    from review.assessed_impact i
    union all
    select a.id, i.right_code, i.touched, i.kind, i.affected, i.vulnerable_groups, i.scale, i.scale_reason, i.scope,
           i.scope_reason, i.irremediability, i.irremediability_reason, i.likelihood, i.involvement, i.leverage, i.leverage_use,
           i.mitigation, i.severity, i.clauses, i.assessment_id
    from review.carried_standing c
    join review.assessment a on a.review_id = c.review_id and a.pass = c.pass
    join review.assessment o on o.review_id = c.from_review and o.pass = c.from_pass
    join review.assessed_impact i on i.assessment_id = o.id and i.right_code = c.right_code
    where c.item = 'RIGHT';
grant select on review.carried_standing, review.stage_in_effect, review.impact_in_effect to ${app_role};

-- The hash of a text, so that a citation says which version of it is meant.
create function review.text_of(from_review uuid, from_pass int, item text, code text) returns text
    language sql stable as $$
    select case when item = 'RIGHT'
        then (select to_jsonb(i)::text from review.assessed_impact i join review.assessment a on a.id = i.assessment_id
              where a.review_id = from_review and a.pass = from_pass and i.right_code = code)
        else (select s.form::text || coalesce((
                  select string_agg(to_jsonb(i)::text, '' order by i.right_code)
                  from review.assessed_impact i join review.assessment a on a.id = i.assessment_id
                  where item = 'ASSESSMENT' and a.review_id = from_review and a.pass = from_pass), '')
              from review.stage_result s
              where s.review_id = from_review and s.pass = from_pass and s.stage = item) end
$$;
create function review.text_hash(from_review uuid, from_pass int, item text, code text) returns text
    language sql stable as $$
    select encode(sha256(convert_to(review.text_of(from_review, from_pass, item, code), 'UTF8')), 'hex')
$$;

-- What the delta review is about: the facts that differ from those the approval was for, and the documents. Before the triage
-- keeps the facts of the new pass they are those of the contract as it is.
create function review.changes_of_delta(delta uuid) returns text[] language sql stable as $$
    select coalesce(
        (select review.changed_facts(before.facts, coalesce(
                    (select w.facts from review.weighed_facts w where w.review_id = r.id and w.pass = 1),
                    review.material_facts(c)))
         from review.weighed_facts before where before.review_id = d.after_review and before.pass = d.after_pass),
        array['notKept'])
        || case when r.document_set_hash <> old.document_set_hash then array['documents'] else '{}' end
    from review.delta_review d
    join review.decision old on old.id = d.after_decision
    join review.review r on r.id = d.review_id
    join contract.contract c on c.id = r.contract_id
    where d.review_id = delta
$$;

-- Which stages each kind of change touches. Legal check, triage, vote and decision are touched by every change. A fact that is not
-- named here touches everything: what is not known is never small (H16).
create function review.touched_stages(changed text[]) returns text[] language sql immutable as $$
    select array['LEGAL_STOP', 'TRIAGE', 'VOTE', 'DECISION']
        || case when exists (select 1 from unnest(changed) fact where fact not in ('value', 'period', 'documents'))
                then array['RESEARCH', 'ASSESSMENT', 'MITIGATION'] else '{}' end
        || case when changed && array['documents', 'notKept'] then array['DOCUMENT_CHECK', 'MITIGATION'] else '{}' end
$$;

-- Whether single rights can be carried over although the assessment is due: only a change of the capabilities tells which rights it
-- touches; another agency, country or user may touch any.
create function review.rights_can_be_carried(changed text[]) returns boolean language sql immutable as $$
    select changed && array['capabilities'] and changed <@ array['capabilities', 'value', 'period', 'documents']
$$;

create function review.refuse_delta_review() returns trigger language plpgsql as $$
begin
    if not exists (
            select 1 from review.decision d
            join review.review r on r.id = new.review_id and r.contract_id = d.contract_id
            where d.id = new.after_decision and d.review_id = new.after_review and d.pass = new.after_pass
              and d.outcome in ('APPROVE', 'CONDITIONAL')
              and exists (select 1 from review.decision_lapse l where l.decision_id = d.id)
              and not exists (select 1 from review.decision later
                              where later.contract_id = d.contract_id and later.decided_at > d.decided_at)) then
        raise exception 'a delta review follows the lapsed approval that is the last decision on its contract'
            using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger only_after_the_last_decision before insert on review.delta_review
    for each row execute function review.refuse_delta_review();

create function review.refuse_carrying_over() returns trigger language plpgsql as $$
declare
    delta   review.delta_review;
    changed text[];
begin
    select * into delta from review.delta_review d where d.review_id = new.review_id;
    changed := review.changes_of_delta(new.review_id);
    if exists (select 1 from review.whole_review w where w.review_id = new.review_id)
       or exists (select 1 from review.review r where r.id = new.review_id and r.pass > 1) then
        raise exception 'nothing is carried over into a whole review' using errcode = 'restrict_violation';
    end if;
    if exists (select 1 from review.decision later join review.decision d on d.id = delta.after_decision
               where later.contract_id = d.contract_id and later.decided_at > d.decided_at) then
        raise exception 'items are carried over from the last decided review of the contract only'
            using errcode = 'restrict_violation';
    end if;
    if not exists (
            select 1 from review.stage_in_effect e
            where e.review_id = delta.after_review and e.pass = delta.after_pass and e.stage = new.item
              and e.from_review = new.from_review and e.from_pass = new.from_pass
              and e.actor = new.written_by and e.completed_at = new.written_at)
       and not (new.item = 'RIGHT' and exists (
            select 1 from review.stage_in_effect e
            join review.assessment a on a.review_id = e.from_review and a.pass = e.from_pass
            join review.impact_in_effect i on i.assessment_id = a.id and i.right_code = new.right_code
            join review.assessment o on o.id = i.written_in
            where e.review_id = delta.after_review and e.pass = delta.after_pass and e.stage = 'ASSESSMENT'
              and o.review_id = new.from_review and o.pass = new.from_pass
              and o.assessed_by = new.written_by and o.assessed_at = new.written_at)) then
        raise exception 'an item is carried over from the last decided review of the contract only, with who wrote it and when'
            using errcode = 'restrict_violation';
    end if;
    if new.text_hash <> review.text_hash(new.from_review, new.from_pass, new.item, new.right_code) then
        raise exception 'the citation names another text' using errcode = 'restrict_violation';
    end if;
    if new.item = 'RIGHT' and not review.rights_can_be_carried(changed)
       or new.item = any (review.touched_stages(changed)) then
        raise exception 'what the change touches is done anew: %', new.item using errcode = 'restrict_violation';
    end if;
    perform review.refuse_outsider(new.review_id, new.written_by, 'wrote it, so it is not carried over');
    return new;
end $$;
create trigger only_what_is_untouched before insert on review.carried_over
    for each row execute function review.refuse_carrying_over();

create function review.refuse_reopening_of_carried() returns trigger language plpgsql as $$
declare
    of_review uuid;
    of_item   text;
begin
    select c.review_id, c.item into of_review, of_item from review.carried_over c where c.id = new.carried_over_id;
    perform review.refuse_outsider(of_review, new.reopened_by, 'reopens nothing');
    if exists (select 1 from review.vote v where v.review_id = of_review) then
        raise exception 'votes were cast on what is carried over' using errcode = 'restrict_violation';
    end if;
    if exists (select 1 from review.stage_result s where s.review_id = of_review and s.pass = 1
               and s.stage = case of_item when 'RIGHT' then 'ASSESSMENT' else of_item end) then
        raise exception 'the stage is finished' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger only_in_time before insert on review.carried_over_reopened
    for each row execute function review.refuse_reopening_of_carried();

-- A right that is carried over is not assessed beside its citation.
create function review.refuse_carried_right() returns trigger language plpgsql as $$
begin
    if exists (select 1 from review.assessment a
               join review.carried_standing c on c.review_id = a.review_id and c.pass = a.pass and c.item = 'RIGHT'
               where a.id = new.assessment_id and c.right_code = new.right_code) then
        raise exception 'this right is carried over; it is reopened first' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger not_beside_a_citation before insert on review.assessed_impact
    for each row execute function review.refuse_carried_right();

-- What is carried over is not done as well, except where somebody reopened it.
create function review.refuse_carried_stage() returns trigger language plpgsql as $$
begin
    if exists (select 1 from review.carried_standing c
               where c.review_id = new.review_id and c.pass = new.pass and c.item = new.stage) then
        raise exception 'this stage is carried over; it is reopened first' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger not_beside_a_citation before insert on review.stage_result
    for each row execute function review.refuse_carried_stage();

-- What a pass of a delta review still has to do before it can be decided; null where it is no delta review or nothing is missing.
create function review.missing_in_delta(delta uuid, of_pass int, of_tier text) returns text language sql stable as $$
    select string_agg(needed.stage, ', ' order by needed.place)
    from review.delta_review d
    cross join unnest(array['DOCUMENT_CHECK', 'LEGAL_STOP', 'TRIAGE', 'RESEARCH', 'ASSESSMENT', 'MITIGATION', 'VOTE'])
        with ordinality as needed (stage, place)
    where d.review_id = delta
      and not (needed.stage in ('RESEARCH', 'MITIGATION') and of_tier = 'T1')
      and not exists (select 1 from review.stage_result s
                      where s.review_id = delta and s.pass = of_pass and s.stage = needed.stage)
      and (of_pass > 1
           or exists (select 1 from review.whole_review w where w.review_id = delta)
           or needed.stage = any (review.touched_stages(review.changes_of_delta(delta)))
           or not exists (select 1 from review.carried_standing c
                          where c.review_id = delta and c.pass = of_pass and c.item = needed.stage))
$$;

-- No decision of a delta review while something it touches is not done anew, whatever path leads to this table.
create function review.refuse_unexamined_delta() returns trigger language plpgsql as $$
declare
    missing text;
begin
    missing := review.missing_in_delta(new.review_id, new.pass, new.tier);
    if missing is not null then
        raise exception 'the delta review has not done anew: %', missing using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger only_when_examined before insert on review.decision
    for each row execute function review.refuse_unexamined_delta();

-- A vote is made in its round. One that was cast before, or elsewhere, is not carried into it.
create function review.refuse_carried_vote() returns trigger language plpgsql as $$
begin
    if exists (select 1 from review.vote_round r
               where r.review_id = new.review_id and r.round = new.round and new.cast_at < r.opened_at)
       or exists (select 1 from review.vote v where v.commitment = new.commitment) then
        raise exception 'a vote is never carried over from another round or review' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger never_carried_over before insert on review.vote
    for each row execute function review.refuse_carried_vote();
create index vote_by_commitment on review.vote (commitment);
