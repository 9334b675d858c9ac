-- A right that the capabilities of the contract, as they were triaged, bring to mind is not found untouched without a word. What was
-- assessed before has no reason, and stays as it is.
alter table review.assessed_impact
    add column untouched_because text not null default '',
    add column brought_to_mind_by text[] not null default '{}',
    add constraint touched_rights_need_no_reason check (not touched or (untouched_because = '' and brought_to_mind_by = '{}')),
    add constraint brought_to_mind_has_a_reason check (brought_to_mind_by = '{}' or untouched_because ~ '\S');

create or replace view review.impact_in_effect as
    select i.assessment_id, i.right_code, i.touched, i.kind, i.affected, i.vulnerable_groups, i.scale, i.scale_reason, i.scope,
           i.scope_reason, i.irremediability, i.irremediability_reason, i.likelihood, i.involvement, i.leverage, i.leverage_use,
           i.mitigation, i.severity, i.clauses, i.assessment_id as written_in, i.untouched_because, i.brought_to_mind_by
    from review.assessed_impact i
    union all
    select a.id, i.right_code, i.touched, i.kind, i.affected, i.vulnerable_groups, i.scale, i.scale_reason, i.scope,
           i.scope_reason, i.irremediability, i.irremediability_reason, i.likelihood, i.involvement, i.leverage, i.leverage_use,
           i.mitigation, i.severity, i.clauses, i.assessment_id, i.untouched_because, i.brought_to_mind_by
    from review.carried_standing c
    join review.assessment a on a.review_id = c.review_id and a.pass = c.pass
    join review.assessment o on o.review_id = c.from_review and o.pass = c.from_pass
    join review.assessed_impact i on i.assessment_id = o.id and i.right_code = c.right_code
    where c.item = 'RIGHT';

-- What a citation names by its hash: the reasons with the rest. A right without one reads as before, so the hash of no earlier text changes.
create function review.impact_text(i review.assessed_impact) returns text language sql stable as $$
    select (to_jsonb(i) - case when i.untouched_because = '' then array['untouched_because', 'brought_to_mind_by'] else '{}' end)::text
$$;

create or replace function review.text_of(from_review uuid, from_pass int, item text, code text) returns text
    language sql stable as $$
    select case when item = 'RIGHT'
        then (select review.impact_text(i) from review.assessed_impact i join review.assessment a on a.id = i.assessment_id
              where a.review_id = from_review and a.pass = from_pass and i.right_code = code)
        else (select s.form::text || coalesce((
                  select string_agg(review.impact_text(i), '' order by i.right_code)
                  from review.assessed_impact i join review.assessment a on a.id = i.assessment_id
                  where item = 'ASSESSMENT' and a.review_id = from_review and a.pass = from_pass), '')
              from review.stage_result s
              where s.review_id = from_review and s.pass = from_pass and s.stage = item) end
$$;

-- The cells of one line of a catalogue; a comma within quotation marks parts nothing.
create function review.catalogue_cells(line text) returns text[] language sql immutable as $$
    select array(select btrim(replace(cell.found[1], '"', ''))
                 from regexp_matches(line, '((?:"[^"]*"|[^,"])*)(?:,|$)', 'g') with ordinality as cell (found, place)
                 order by cell.place)
$$;

-- The capabilities that bring each right to mind by the catalogue of a version of the policy.
create function review.capabilities_of_rights(of_version int) returns table (right_code text, capability text)
    language plpgsql stable as $$
declare
    lines text[] := array(select l.line from policy.version_file f,
                          regexp_split_to_table(f.content, '\r?\n') with ordinality as l (line, place)
                          where f.number = of_version and f.name = 'rights.csv' and l.line ~ '\S' order by l.place);
    head  text[] := review.catalogue_cells(lines[1]);
begin
    return query
        select row.cells[array_position(head, 'code')], btrim(named.code)
        from unnest(lines[2:]) as line
        cross join lateral (select review.catalogue_cells(line) as cells) row
        cross join lateral regexp_split_to_table(row.cells[array_position(head, 'triggers')], ';') as named (code)
        where btrim(named.code) <> '';
end $$;

-- What the contract, as this pass triaged it, brings to mind.
create function review.brought_to_mind(of_review uuid, of_pass int) returns table (right_code text, capability text)
    language plpgsql stable as $$
begin
    return query
        select named.right_code, named.capability
        from review.stage_result t
        join review.weighed_facts w on w.review_id = t.review_id and w.pass = t.pass
        cross join lateral review.capabilities_of_rights((t.form -> 'policy' ->> 'number')::int) named
        where t.review_id = of_review and t.pass = of_pass and t.stage = 'TRIAGE'
          and w.facts -> 'capabilities' ? named.capability;
end $$;

create function review.refuse_unexplained_rights() returns trigger language plpgsql as $$
declare
    silent text;
begin
    select string_agg(distinct i.right_code, ', ') into silent
    from (select distinct a.id, a.review_id, a.pass from added i join review.assessment a on a.id = i.assessment_id
          where not i.touched) a
    cross join lateral review.brought_to_mind(a.review_id, a.pass) named
    join added i on i.assessment_id = a.id and i.right_code = named.right_code
    where not i.touched and named.capability <> all (i.brought_to_mind_by);
    if silent is not null then
        raise exception 'a capability of the contract brings these rights to mind, so that they are untouched has a reason: %', silent
            using errcode = 'restrict_violation';
    end if;
    return null;
end $$;
create trigger brought_to_mind_has_a_reason after insert on review.assessed_impact
    referencing new table as added for each statement execute function review.refuse_unexplained_rights();
