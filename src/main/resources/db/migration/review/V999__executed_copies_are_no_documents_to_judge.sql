-- What was brought as signed is no document of the review: nobody is asked to judge red flags of it, and no safeguard rests on its clauses.
create or replace function review.unjudged_red_flags(of_contract uuid) returns text language sql stable as $$
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
    select string_agg(check_id, ', ' order by check_id) from flag
$$;

create or replace function review.refuse_clause_of_no_document() returns trigger language plpgsql as $$
declare
    of_contract uuid := (select r.contract_id from review.review r where r.id = new.review_id);
    named record;
begin
    for named in select c.key as code, c.value as place from jsonb_each(coalesce(new.form -> 'safeguardClauses', '{}')) c loop
        if not exists (
                with recursive inside (id) as (
                    select version_id from document.uploaded_now where contract_id = of_contract
                    union
                    select e.version_id from document.embedded_file e join inside i on e.parent_version_id = i.id)
                select 1 from document.clause k join inside i on i.id = k.version_id
                 where k.version_id = (named.place ->> 'version')::uuid and k.ordinal = (named.place ->> 'ordinal')::int) then
            raise exception 'the safeguard % rests on a clause that stands in no current document of the contract', named.code
                using errcode = 'restrict_violation';
        end if;
    end loop;
    return new;
end $$;
