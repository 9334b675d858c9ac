-- What mitigation leaves of an impact counts once another human-rights reviewer put their name under it; until then, and where they
-- refuse, the tables are asked with what was assessed (UNGP 17, 19, 24). What residual severity would leave open stands beside it.
alter table review.vote_round add column residual_space jsonb;

create table review.residual_countersignature (
    id        uuid        primary key,
    review_id uuid        not null references review.review (id),
    pass      int         not null,
    basis     text        not null check (basis ~ '^[0-9a-f]{64}$'),
    person    text        not null check (person <> ''),
    agreed    boolean     not null,
    reasons   text        not null check (length(btrim(reasons)) between 30 and 4000),
    signed_at timestamptz not null,
    unique (review_id, pass, basis, person)
);
create trigger never_changes before update or delete on review.residual_countersignature
    for each row execute function review.refuse_change();
create trigger never_emptied before truncate on review.residual_countersignature
    for each statement execute function review.refuse_change();
create trigger with_declaration_signed before insert on review.residual_countersignature
    for each row execute function review.refuse_undeclared('select ($1).review_id, ($1).person');
grant select, insert on review.residual_countersignature to ${app_role};

create function review.has_conflict(of_review uuid, who text) returns boolean language sql stable as $$
    select exists (select 1 from review.recusal c where c.review_id = of_review and c.person = who)
        or exists (select 1 from review.review r where r.id = of_review and review.interested(r.contract_id, who))
$$;

-- The impacts that count in a pass: of its own assessment, or of one that is carried over.
create function review.assessed_in(of_review uuid, of_pass int) returns table (
        right_code text, kind text, scale int, scope int, irremediability int, likelihood text, severity text, words text)
    language sql stable as $$
    select i.right_code, i.kind, i.scale, i.scope, i.irremediability, i.likelihood, i.severity,
           jsonb_build_array(i.affected, i.vulnerable_groups, i.scale_reason, i.scope_reason, i.irremediability_reason,
                             i.involvement, i.leverage)::text
    from review.impact_in_effect i
    where i.touched and i.assessment_id in (
        select a.id from review.assessment a where a.review_id = of_review and a.pass = of_pass
        union
        select a.id from review.carried_standing c
        join review.assessment a on a.review_id = c.from_review and a.pass = c.from_pass
        where c.review_id = of_review and c.pass = of_pass and c.item = 'ASSESSMENT')
$$;

-- The mitigation that counts in a pass, with where it was written.
create function review.mitigated_in(of_review uuid, of_pass int) returns table (
        from_review uuid, from_pass int, actor text, on_behalf_of text, form jsonb)
    language sql stable as $$
    select s.review_id, s.pass, s.actor, s.on_behalf_of, s.form
    from review.stage_in_effect e
    join review.stage_result s on s.review_id = e.from_review and s.pass = e.from_pass and s.stage = e.stage
    where e.review_id = of_review and e.pass = of_pass and e.stage = 'MITIGATION'
    order by s.review_id = of_review desc limit 1
$$;

-- Hash of the mitigation and the assessment it lowers: whoever countersigns puts their name under exactly this, and what changes it
-- leaves the countersignature behind.
create function review.residual_basis(of_review uuid, of_pass int) returns text language sql stable as $$
    select encode(sha256(convert_to(m.form::text || coalesce((
               select string_agg(jsonb_build_array(i.right_code, i.kind, i.scale, i.scope, i.irremediability, i.likelihood,
                                                   i.severity, i.words)::text, '' order by i.right_code)
               from review.assessed_in(of_review, of_pass) i), ''), 'UTF8')), 'hex')
    from review.mitigated_in(of_review, of_pass) m
$$;

-- The countersignature, or the refusal, that counts in a pass; none of whoever has a conflict by now.
create function review.residual_standing(of_review uuid, of_pass int) returns setof review.residual_countersignature
    language sql stable as $$
    select c.* from review.residual_countersignature c
    join review.mitigated_in(of_review, of_pass) m
        on (c.review_id, c.pass) in ((of_review, of_pass), (m.from_review, m.from_pass))
    where c.basis = review.residual_basis(of_review, of_pass) and not review.has_conflict(of_review, c.person)
    order by c.signed_at limit 1
$$;
create function review.residual_countersigned(of_review uuid, of_pass int) returns boolean language sql stable as $$
    select coalesce((select s.agreed from review.residual_standing(of_review, of_pass) s), false)
$$;

create function review.refuse_residual_countersignature() returns trigger language plpgsql as $$
begin
    perform review.refuse_outsider(new.review_id, new.person, 'countersigns nothing');
    if exists (select 1 from review.mitigated_in(new.review_id, new.pass) m where new.person in (m.actor, m.on_behalf_of)) then
        raise exception 'whoever wrote the mitigation does not countersign what it leaves' using errcode = 'restrict_violation';
    end if;
    if new.basis is distinct from review.residual_basis(new.review_id, new.pass) then
        raise exception 'only the mitigation and the assessment that count are countersigned' using errcode = 'restrict_violation';
    end if;
    if exists (select 1 from review.residual_standing(new.review_id, new.pass)) then
        raise exception 'somebody countersigned or refused this already' using errcode = 'restrict_violation';
    end if;
    if not exists (select 1 from review.vote_round r
                   where r.review_id = new.review_id and r.pass = new.pass and r.closed_at is null
                     and r.residual_space is not null
                     and not exists (select 1 from review.vote v where v.review_id = r.review_id and v.round = r.round)) then
        raise exception 'residual severity is countersigned while the vote is open and nobody has voted'
            using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger by_another_reviewer before insert on review.residual_countersignature
    for each row execute function review.refuse_residual_countersignature();

-- What occurs already does not become rare by a plan, and each number that is lowered has a reason of its own.
create function review.refuse_unreasoned_lowering() returns trigger language plpgsql as $$
declare
    of_right text;
begin
    if new.stage <> 'MITIGATION' then
        return new;
    end if;
    select i.right_code into of_right
    from jsonb_array_elements(new.form -> 'residuals') x
    join review.assessed_in(new.review_id, new.pass) i on i.right_code = x ->> 'right'
    where (i.kind = 'ACTUAL' or i.likelihood = 'OCCURRING') and x ->> 'likelihood' in ('RARE', 'POSSIBLE') limit 1;
    if of_right is not null then
        raise exception 'the impact on % occurs already: what is left of it is at least likely', of_right
            using errcode = 'restrict_violation';
    end if;
    select i.right_code into of_right
    from jsonb_array_elements(new.form -> 'residuals') x
    join review.assessed_in(new.review_id, new.pass) i on i.right_code = x ->> 'right'
    cross join lateral (values
        ('scale', (x ->> 'scale')::int, i.scale), ('scope', (x ->> 'scope')::int, i.scope),
        ('irremediability', (x ->> 'irremediability')::int, i.irremediability),
        ('likelihood', array_position(array['RARE', 'POSSIBLE', 'LIKELY', 'OCCURRING'], x ->> 'likelihood'),
         array_position(array['RARE', 'POSSIBLE', 'LIKELY', 'OCCURRING'], i.likelihood))) d (name, left_over, assessed)
    where d.left_over is not null and (d.assessed is null or d.left_over < d.assessed)
      and length(btrim(coalesce(x #>> array['lowered', d.name, 'reason'], ''))) < 30 limit 1;
    if of_right is not null then
        raise exception 'the impact on % is lowered without a reason', of_right using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger lowered_with_reasons before insert on review.stage_result
    for each row execute function review.refuse_unreasoned_lowering();

-- A round opens on what was assessed, or on what the one before it in the same pass was about.
create function review.refuse_residual_alone() returns trigger language plpgsql as $$
begin
    if exists (select 1 from jsonb_array_elements(new.space -> 'rows') x
               join review.assessed_in(new.review_id, new.pass) i on i.right_code = x ->> 'right'
               where x #>> '{inputs,residualSeverity}' not in (i.severity, 'INCOMPLETE'))
       and not exists (select 1 from review.vote_round o
                       where o.review_id = new.review_id and o.pass = new.pass and o.space -> 'rows' = new.space -> 'rows') then
        raise exception 'a vote opens on the severity that was assessed' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger on_the_assessed_severity before insert on review.vote_round
    for each row execute function review.refuse_residual_alone();

create function review.space_in_effect(of_round review.vote_round) returns jsonb language sql stable as $$
    select case when of_round.residual_space is not null
                     and review.residual_countersigned(of_round.review_id, of_round.pass)
                then of_round.residual_space else of_round.space end
$$;

-- As before, within the space that is in effect when the decision is made. What the vote carried and the tables allow no longer,
-- because the countersignature fell away, is returned instead.
create or replace function review.refuse_uncarried_decision() returns trigger language plpgsql as $$
begin
    if not exists (
        select 1 from review.vote_round r
        where r.review_id = new.review_id and r.round = new.round and r.closed_at is not null
          and (jsonb_exists(review.space_in_effect(r) -> 'allowed', new.outcome)
               and (r.carried = new.outcome or exists (
                   select 1 from review.appeal a
                   join review.appeal_ruling l on l.appeal_id = a.id and l.result = 'CHANGE' and l.outcome = new.outcome
                   join review.decision first on first.id = a.decision_id
                   where first.review_id = new.review_id and first.pass = new.pass))
               or new.outcome = 'RETURN' and r.carried in ('APPROVE', 'CONDITIONAL')
                  and new.tier < review.tier_heard(new.contract_id)
               or new.outcome = 'RETURN' and not jsonb_exists(review.space_in_effect(r) -> 'allowed', r.carried))) then
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

-- Whoever countersigned does not become the account owner.
do $$
begin
    execute 'create or replace view review.reviewed_by as '
        || rtrim(pg_get_viewdef('review.reviewed_by'::regclass), E'; \n')
        || ' union select r.contract_id, c.person from review.residual_countersignature c join review.review r on r.id = c.review_id';
end $$;
