-- Whether the triage of a pass asks for something, by the name of what its table gave.
create function review.triage_asks(of_review uuid, of_pass int, what text) returns boolean language sql stable as $$
    select exists (select 1 from review.stage_in_effect s
                   where s.review_id = of_review and s.pass = of_pass and s.stage = 'TRIAGE'
                     and (s.form -> 'table' ->> what)::boolean)
$$;

-- The triage table may ask for an impact assessment below T2, too: what it weighs rests on sources then, whatever path leads to it.
create or replace function review.refuse_unfounded_assessment(of_review uuid, of_pass int, tier text) returns void
    language plpgsql as $$
declare
    assessed boolean := review.triage_asks(of_review, of_pass, 'impactAssessmentRequired');
begin
    if (tier >= 'T2' or assessed) and exists (
            select 1 from review.assessment a join review.assessed_impact i on i.assessment_id = a.id and i.touched
            where a.review_id = of_review and a.pass = of_pass
              and not exists (select 1 from review.impact_source s
                              where s.assessment_id = i.assessment_id and s.right_code = i.right_code)) then
        raise exception 'from T2 on, and where the triage asks for an assessment, the impact on each right rests on a source'
            using errcode = 'restrict_violation';
    end if;
    if assessed and not exists (
            select 1 from review.source s where s.review_id = of_review and s.independent
              and not exists (select 1 from review.source c where c.corrects = s.id)) then
        raise exception 'where the triage asks for an assessment, one source of it is independent of customer and company'
            using errcode = 'restrict_violation';
    end if;
    if (tier >= 'T3' or review.triage_asks(of_review, of_pass, 'consultationRequired'))
       and not exists (select 1 from review.consultation c where c.review_id = of_review and c.kind = 'AFFECTED')
       and not exists (select 1 from review.consultation c
                       join review.assessment a on a.review_id = c.review_id and a.pass = of_pass
                       where c.review_id = of_review and c.kind = 'PROXY' and a.proxy_reason <> '') then
        raise exception 'from T3 on, and where the triage asks for it, the affected are consulted, or a credible proxy for a recorded reason'
            using errcode = 'restrict_violation';
    end if;
end $$;
