-- A function in SQL is planned at each call, and where it is put into the statement that calls it, with each such statement anew: four
-- to seven milliseconds for what executes in half of one. The same questions in PL/pgSQL, whose plans a connection keeps.

create or replace function review.residual_basis(of_review uuid, of_pass integer) returns text language plpgsql stable as
$$ begin
    return (
        select encode(sha256(convert_to(m.form::text || coalesce((
                   select string_agg(jsonb_build_array(i.right_code, i.kind, i.scale, i.scope, i.irremediability, i.likelihood,
                                                       i.severity, i.words)::text, '' order by i.right_code)
                   from review.assessed_in(of_review, of_pass) i), ''), 'UTF8')), 'hex')
        from review.mitigated_in(of_review, of_pass) m);
end $$;

create or replace function review.residual_stated(of_review uuid, of_pass integer) returns text language plpgsql stable as
$$ begin
    return (
        with form as (select m.form from review.mitigated_in(of_review, of_pass) m),
        residual as (select x from form, jsonb_array_elements(form -> 'residuals') x),
        said as (
            select jsonb_build_array('left', x -> 'right', x -> 'scale', x -> 'scope', x -> 'irremediability', x -> 'likelihood') as part
            from residual
            union all
            select jsonb_build_array('because', x -> 'right', w.key, review.folded(w.value ->> 'reason'))
            from residual, jsonb_each(coalesce(nullif(x -> 'lowered', 'null'), '{}')) w
            union all
            select jsonb_build_array('measure', x -> 'kind', review.folded(x ->> 'text'), review.folded(x ->> 'verification'),
                                     (select jsonb_agg(r order by r) from jsonb_array_elements(x -> 'rights') r))
            from form, jsonb_array_elements(form -> 'measures') x
            union all
            select jsonb_build_array('assessed', i.right_code, i.kind, i.scale, i.scope, i.irremediability, i.likelihood, i.severity)
            from review.assessed_in(of_review, of_pass) i)
        select encode(sha256(convert_to(string_agg(distinct part::text, ' '), 'UTF8')), 'hex') from said
        where exists (select 1 from form));
end $$;

create or replace function review.residual_standing(of_review uuid, of_pass integer)
    returns setof review.residual_countersignature language plpgsql stable rows 1 as
$$ begin
    return query
        select c.* from review.residual_countersignature c
        join review.review given on given.id = c.review_id
        join review.review asked on asked.id = of_review and asked.contract_id = given.contract_id
        join review.mitigated_in(of_review, of_pass) m on true
        where ((c.review_id, c.pass) in ((of_review, of_pass), (m.from_review, m.from_pass))
                   and c.basis = review.residual_basis(of_review, of_pass)
               or not c.agreed and c.stated = review.residual_stated(of_review, of_pass)
                   and c.signed_at <= coalesce((select min(d.decided_at) from review.decision d
                                                where d.review_id = of_review and d.pass = of_pass), 'infinity'))
          and not review.has_conflict(of_review, c.person) and not review.has_conflict(c.review_id, c.person)
        order by c.agreed, c.signed_at limit 1;
end $$;

create or replace function review.interested(of_contract uuid, person text) returns boolean language plpgsql stable as
$$ begin
    return exists (select 1 from review.review r where r.contract_id = of_contract
                   and (r.submitter = interested.person or interested.person = any (r.account_team)))
        or contract.ever_owned(of_contract, person);
end $$;

create or replace function review.recused(of_contract uuid, person text) returns boolean language plpgsql stable as
$$ begin
    return exists (select 1 from review.recusal c join review.review r on r.id = c.review_id
                   where r.contract_id = of_contract and c.person = recused.person);
end $$;
