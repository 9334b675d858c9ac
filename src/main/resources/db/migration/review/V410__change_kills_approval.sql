-- H8: an approval is for the facts that were weighed. They are kept when the triage is confirmed; what counts as a change is
-- said here once, for the application and for the gate of the signature alike.

-- The facts of a contract on which an approval rests; title, description and numbers are not among them.
create function review.material_facts(c contract.contract) returns jsonb language sql stable as $$
    select jsonb_build_object(
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
        'secrecy', c.secrecy)
$$;

-- By a quarter or more; an amount that was or becomes unknown counts as grown, because unknown is never low (H16).
create function review.amount_grew(before numeric, after numeric) returns boolean language sql immutable as $$
    select case when before is null or after is null then num_nulls(before, after) = 1
                else after > before and after * 4 >= before * 5 end
$$;

-- Money committed for the first time is no growth while it stays within the ceiling that was weighed.
create function review.volume_grew(before jsonb, after jsonb) returns boolean language sql immutable as $$
    select before ->> 'currency' is distinct from after ->> 'currency'
        or review.amount_grew((before ->> 'ceiling')::numeric, (after ->> 'ceiling')::numeric)
        or case when (before ->> 'obligated') is null and (after ->> 'obligated') is null then false
                else review.amount_grew(
                    coalesce(before ->> 'obligated', before ->> 'ceiling')::numeric, (after ->> 'obligated')::numeric) end
$$;

-- Names of the facts that differ, as the record calls them.
create function review.changed_facts(before jsonb, after jsonb) returns text[] language sql immutable as $$
    select coalesce(array_agg(fact order by place), '{}')
    from unnest(array['awardingAgency', 'fundingAgency', 'supplier', 'resellers', 'endUsers', 'capabilities', 'dataKinds',
                      'countries', 'value', 'period', 'secrecy']) with ordinality as facts (fact, place)
    where case fact when 'value' then review.volume_grew(before -> fact, after -> fact)
               else before -> fact is distinct from after -> fact end
$$;

create table review.weighed_facts (
    review_id        uuid  not null references review.review (id),
    pass             int   not null,
    contract_version int   not null,
    facts            jsonb not null,
    primary key (review_id, pass)
);
create trigger never_changes before update or delete on review.weighed_facts
    for each row execute function review.refuse_change();
create trigger never_emptied before truncate on review.weighed_facts
    for each statement execute function review.refuse_change();
grant select, insert on review.weighed_facts to ${app_role};

-- Of what was weighed before this migration, the facts are known only where the contract has not changed since.
insert into review.weighed_facts (review_id, pass, contract_version, facts)
select r.id, s.pass, c.version, review.material_facts(c)
from review.review r
join review.stage_result s on s.review_id = r.id and s.stage = 'TRIAGE'
join contract.contract c on c.id = r.contract_id and c.version = r.contract_version
where s.pass = r.pass
   or exists (select 1 from review.decision d
              where d.review_id = r.id and d.pass = s.pass and d.contract_version = c.version);

-- An approval of facts that nobody weighed is none.
create function review.refuse_approval_of_other_facts() returns trigger language plpgsql as $$
begin
    if new.outcome in ('APPROVE', 'CONDITIONAL') and not exists (
        select 1
        from review.weighed_facts w
        join contract.contract c on c.id = new.contract_id
        where w.review_id = new.review_id and w.pass = new.pass
          and cardinality(review.changed_facts(w.facts, review.material_facts(c))) = 0) then
        raise exception 'the facts of contract % are not those that were weighed', new.contract_id
            using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger only_on_weighed_facts before insert on review.decision
    for each row execute function review.refuse_approval_of_other_facts();

-- H7 as before, and H8: no signature on facts other than those the approval was for.
create or replace function review.refuse_signature_without_decision() returns trigger language plpgsql as $$
begin
    if new.state <> 'SIGNED' or (tg_op = 'UPDATE' and old.state = 'SIGNED') then
        return new;
    end if;
    if not exists (
        select 1
        from review.gate_confirmation g
        join review.decision d on d.id = g.decision_id and d.contract_id = new.id
        where g.contract_id = new.id
          and d.outcome in ('APPROVE', 'CONDITIONAL')
          and d.document_set_hash = g.document_set_hash
          and d.expires_on >= (g.confirmed_at at time zone 'UTC')::date
          and d.expires_on >= (now() at time zone 'UTC')::date
          and not exists (select 1 from review.decision_lapse l where l.decision_id = d.id)
          and not exists (select 1 from review.decision later
                          where later.contract_id = new.id and later.decided_at > d.decided_at)
          and exists (select 1 from review.weighed_facts w
                      where w.review_id = d.review_id and w.pass = d.pass
                        and cardinality(review.changed_facts(w.facts, review.material_facts(new))) = 0)) then
        raise exception 'contract % has no valid decision for the documents that were signed and the facts as they are',
            new.id using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
