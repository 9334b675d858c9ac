-- What triggers ask of every review is asked in PL/pgSQL, which keeps its plans as long as a connection lives. A function in SQL that
-- is not put into the query that calls it is parsed and planned in every transaction anew. What they answer is what it was.

create or replace function review.material_facts(c contract.contract) returns jsonb language plpgsql stable as $$
begin
    return jsonb_build_object(
        'awardingAgency', jsonb_build_array(c.awarding_name, c.awarding_parent, c.awarding_type, c.awarding_country),
        'fundingAgency', jsonb_build_array(c.funding_name, c.funding_parent, c.funding_type, c.funding_country),
        'supplier', c.supplier,
        'resellers', to_jsonb(c.resellers),
        'endUsers', to_jsonb(array(select unnest(c.end_users) order by 1)),
        'capabilities', to_jsonb(array(select unnest(c.capabilities) order by 1)),
        'dataKinds', to_jsonb(array(select unnest(c.data_kinds) order by 1)),
        'countries', to_jsonb(array(select unnest(c.countries) order by 1)),
        'value', jsonb_build_object('obligated', c.obligated_minor, 'ceiling', c.ceiling_minor, 'currency', c.currency),
        'period', jsonb_build_array(c.period_start, c.period_end),
        'secrecy', c.secrecy);
end $$;

create or replace function review.changed_facts(before jsonb, after jsonb) returns text[] language plpgsql immutable as $$
begin
    return (
        select coalesce(array_agg(fact order by place), '{}')
        from unnest(array['awardingAgency', 'fundingAgency', 'supplier', 'resellers', 'endUsers', 'capabilities', 'dataKinds',
                          'countries', 'value', 'period', 'secrecy']) with ordinality as facts (fact, place)
        where case fact when 'value' then review.volume_grew(before -> fact, after -> fact)
                   else before -> fact is distinct from after -> fact end);
end $$;

create or replace function review.last_suspension_outcome(of_contract uuid) returns text language plpgsql stable as $$
begin
    return (
        select outcome from (
            select p.outcome, r.ruled_at as decided_at
            from review.suspension_review s
            join review.suspension_proposal p on p.suspension_id = s.id
            join review.suspension_ruling r on r.proposal_id = p.id and r.confirmed
            where s.contract_id = of_contract
            union all
            select d.outcome, d.decided_at from review.decision d
            where d.contract_id = of_contract
              and (d.outcome = 'EXIT'
                   or d.outcome = 'SUSPEND' and exists (select 1 from review.hold_by_decision h where h.decision_id = d.id))
        ) decided order by decided_at desc limit 1);
end $$;

create or replace function review.tier_heard(of_contract uuid) returns text language plpgsql stable as $$
begin
    return (select max(e.tier) from review.concern_measure_end e where e.contract_id = of_contract);
end $$;

create or replace function review.triage_asks(of_review uuid, of_pass integer, what text) returns boolean language plpgsql stable as $$
begin
    return exists (select 1 from review.stage_in_effect s
                   where s.review_id = of_review and s.pass = of_pass and s.stage = 'TRIAGE'
                     and (s.form -> 'table' ->> what)::boolean);
end $$;

create or replace function review.agency_was_refused(of_contract uuid, at timestamptz) returns boolean language plpgsql stable as $$
begin
    return exists (
        select 1 from contract.contract n
        join contract.contract e on e.id <> n.id and e.state in ('REJECTED', 'EXITING', 'EXITED')
        where n.id = of_contract
          and array[review.bare_name(e.awarding_name), review.bare_name(e.funding_name)]
              && array[review.bare_name(n.awarding_name), coalesce(review.bare_name(n.funding_name), review.bare_name(n.awarding_name))]
          and exists (select 1 from unnest(array[n.supplier] || n.resellers) now_sells
                      where review.bare_seller(now_sells) not in (
                          select review.bare_seller(sold) from unnest(array[e.supplier] || e.resellers) sold))
          and review.was_refused(e.id, at));
end $$;

-- nothing is missing where the review is no delta review; what it touches is worked out once and not for each stage
create or replace function review.missing_in_delta(delta uuid, of_pass integer, of_tier text) returns text language plpgsql stable as $$
declare
    touched text[];
begin
    if not exists (select 1 from review.delta_review d where d.review_id = delta) then
        return null;
    end if;
    touched := review.touched_stages(review.changes_of_delta(delta));
    return (
        select string_agg(needed.stage, ', ' order by needed.place)
        from unnest(array['DOCUMENT_CHECK', 'LEGAL_STOP', 'TRIAGE', 'RESEARCH', 'ASSESSMENT', 'MITIGATION', 'VOTE'])
            with ordinality as needed (stage, place)
        where not (needed.stage in ('RESEARCH', 'MITIGATION') and of_tier = 'T1')
          and not exists (select 1 from review.stage_result s
                          where s.review_id = delta and s.pass = of_pass and s.stage = needed.stage)
          and (of_pass > 1
               or exists (select 1 from review.whole_review w where w.review_id = delta)
               or needed.stage = any (touched)
               or not exists (select 1 from review.carried_standing c
                              where c.review_id = delta and c.pass = of_pass and c.item = needed.stage)));
end $$;
