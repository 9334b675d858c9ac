-- Asked of every contract whose documents are confirmed: in PL/pgSQL, which keeps its plan as long as a connection lives, while a
-- function in SQL is planned at every call. What it answers is what it was (V999).

create or replace function review.unjudged_red_flags(of_contract uuid) returns text language plpgsql stable as $$
begin
    return (
        with recursive inside (id) as (
            select version_id from document.uploaded_now where contract_id = of_contract
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
        select string_agg(check_id, ', ' order by check_id) from flag);
end $$;
