-- A clause that is named for a safeguard stands in a current document of the contract, for every path to the result of the stage.
create function review.refuse_clause_of_no_document() returns trigger language plpgsql as $$
declare
    of_contract uuid := (select r.contract_id from review.review r where r.id = new.review_id);
    named record;
begin
    for named in select c.key as code, c.value as place from jsonb_each(coalesce(new.form -> 'safeguardClauses', '{}')) c loop
        if not exists (
                select 1 from document.clause k
                  join document.document_version v on v.id = k.version_id
                 where v.id = (named.place ->> 'version')::uuid and k.ordinal = (named.place ->> 'ordinal')::int
                   and v.contract_id = of_contract
                   and v.number = (select max(n.number) from document.document_version n where n.document_id = v.document_id)) then
            raise exception 'the safeguard % rests on a clause that stands in no current document of the contract', named.code
                using errcode = 'restrict_violation';
        end if;
    end loop;
    return new;
end $$;
create trigger safeguards_rest_on_clauses before insert on review.stage_result
    for each row when (new.stage = 'MITIGATION') execute function review.refuse_clause_of_no_document();
