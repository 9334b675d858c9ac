-- The triage table may ask for a consultation below T3, too: a policy that says so is followed, whatever path leads to an assessment.
create or replace function review.refuse_unfounded_assessment(of_review uuid, of_pass int, tier text) returns void
    language plpgsql as $$
begin
    if tier >= 'T2' and exists (
            select 1 from review.assessment a join review.assessed_impact i on i.assessment_id = a.id and i.touched
            where a.review_id = of_review and a.pass = of_pass
              and not exists (select 1 from review.impact_source s
                              where s.assessment_id = i.assessment_id and s.right_code = i.right_code)) then
        raise exception 'from T2 on the impact on each right rests on a source' using errcode = 'restrict_violation';
    end if;
    if (tier >= 'T3' or exists (
            select 1 from review.stage_in_effect s
            where s.review_id = of_review and s.pass = of_pass and s.stage = 'TRIAGE'
              and (s.form #>> '{table,consultationRequired}')::boolean))
       and not exists (select 1 from review.consultation c where c.review_id = of_review and c.kind = 'AFFECTED')
       and not exists (select 1 from review.consultation c
                       join review.assessment a on a.review_id = c.review_id and a.pass = of_pass
                       where c.review_id = of_review and c.kind = 'PROXY' and a.proxy_reason <> '') then
        raise exception 'from T3 on, and where the triage asks for it, the affected are consulted, or a credible proxy for a recorded reason'
            using errcode = 'restrict_violation';
    end if;
end $$;
