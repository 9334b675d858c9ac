-- The consultation log (S6). It names groups and those who speak for them, never persons at risk. A correction is a new entry.
create table review.consultation (
    id          uuid primary key,
    review_id   uuid        not null references review.review (id),
    number      int         not null check (number >= 1),
    pass        int         not null,
    kind        text        not null check (kind in ('AFFECTED', 'PROXY')),
    consulted   text        not null check (length(consulted) between 1 and 500),
    credibility text        not null check (length(credibility) <= 4000),
    held_on     date        not null,
    manner      text        not null check (manner in ('MEETING', 'INTERVIEW', 'CALL', 'WRITTEN', 'SURVEY', 'OTHER')),
    said        text        not null check (length(said) between 1 and 4000),
    changed     text        not null check (length(changed) between 1 and 4000),
    logged_by   text        not null,
    logged_at   timestamptz not null,
    unique (review_id, number),
    constraint a_proxy_is_credible_for_a_reason check (kind <> 'PROXY' or credibility <> '')
);

create trigger never_changes before update or delete on review.consultation
    for each row execute function review.refuse_change();
create trigger never_emptied before truncate on review.consultation
    for each statement execute function review.refuse_change();

create function review.refuse_consultation() returns trigger language plpgsql as $$
begin
    perform review.refuse_outsider(new.review_id, new.logged_by, 'logs no consultation');
    return new;
end $$;
create trigger only_by_participants before insert on review.consultation
    for each row execute function review.refuse_consultation();

-- What research and assessment have to rest on, whatever path leads to this table. A tier not known counts as a high one (H16).
create function review.refuse_unfounded_stage() returns trigger language plpgsql as $$
declare
    tier text;
begin
    if new.stage not in ('RESEARCH', 'ASSESSMENT') then
        return new;
    end if;
    select coalesce(r.tier, 'T4') into tier from review.review r where r.id = new.review_id;
    if tier >= 'T2' and not exists (
            select 1 from review.source s where s.review_id = new.review_id and s.independent
              and not exists (select 1 from review.source c where c.corrects = s.id)) then
        raise exception 'from T2 on a review rests on a source that is independent of customer and company'
            using errcode = 'restrict_violation';
    end if;
    if new.stage = 'ASSESSMENT' then
        perform review.refuse_unfounded_assessment(new.review_id, new.pass, tier);
    end if;
    return new;
end $$;

create function review.refuse_unfounded_assessment(of_review uuid, of_pass int, tier text) returns void
    language plpgsql as $$
begin
    if tier >= 'T2' and exists (
            select 1 from review.assessment a join review.assessed_impact i on i.assessment_id = a.id and i.touched
            where a.review_id = of_review and a.pass = of_pass
              and not exists (select 1 from review.impact_source s
                              where s.assessment_id = i.assessment_id and s.right_code = i.right_code)) then
        raise exception 'from T2 on the impact on each right rests on a source' using errcode = 'restrict_violation';
    end if;
    if tier >= 'T3'
       and not exists (select 1 from review.consultation c where c.review_id = of_review and c.kind = 'AFFECTED')
       and not exists (select 1 from review.consultation c
                       join review.assessment a on a.review_id = c.review_id and a.pass = of_pass
                       where c.review_id = of_review and c.kind = 'PROXY' and a.proxy_reason <> '') then
        raise exception 'from T3 on the affected are consulted, or a credible proxy for a recorded reason'
            using errcode = 'restrict_violation';
    end if;
end $$;
create trigger only_founded before insert on review.stage_result
    for each row execute function review.refuse_unfounded_stage();

grant select, insert on review.consultation to ${app_role};
