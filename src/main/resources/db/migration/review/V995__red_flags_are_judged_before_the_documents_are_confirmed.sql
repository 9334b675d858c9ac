-- Red flags of the current documents that nobody judged: no place of theirs is confirmed, and not every place was rejected. A place that
-- its own sentence denies is none, unless somebody corrected what it is.
create function review.unjudged_red_flags(of_contract uuid) returns text language sql stable as $$
    with recursive uploaded as (
        select v.id from document.document_version v
         where v.contract_id = of_contract
           and v.number = (select max(n.number) from document.document_version n where n.document_id = v.document_id)
           and not exists (select from document.embedded_file e where e.version_id = v.id)),
    inside (id) as (
        select id from uploaded
        union
        select e.version_id from document.embedded_file e join inside i on e.parent_version_id = i.id),
    last_scan as (
        select distinct on (s.version_id) s.id from finding.scan s
         where s.version_id in (select id from inside) order by s.version_id, s.id desc),
    place as (
        select coalesce(corrected.check_id, f.check_id) as check_id, said.verdict
          from last_scan l
          join finding.seen n on n.scan_id = l.id
          join finding.finding f on f.id = n.finding_id
          left join lateral (select j.verdict from finding.judgement j
                              where j.finding_id = f.id order by j.number desc limit 1) said on true
          left join lateral (select j.check_id from finding.judgement j
                              where j.finding_id = f.id and j.check_id is not null order by j.number desc limit 1) corrected on true
         where not f.negated or corrected.check_id is not null),
    flag as (
        select check_id from place where check_id like 'K%' group by check_id
        having not bool_or(coalesce(verdict <> 'REJECTED', false)) and not bool_and(coalesce(verdict = 'REJECTED', false)))
    select string_agg(check_id, ', ' order by check_id) from flag
$$;

create function review.refuse_check_of_unjudged() returns trigger language plpgsql as $$
declare
    open text := review.unjudged_red_flags((select r.contract_id from review.review r where r.id = new.review_id));
begin
    if open is not null then
        raise exception 'the documents are not checked while nobody has judged the red flags %', open
            using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger red_flags_are_judged before insert on review.stage_result
    for each row when (new.stage = 'DOCUMENT_CHECK') execute function review.refuse_check_of_unjudged();
