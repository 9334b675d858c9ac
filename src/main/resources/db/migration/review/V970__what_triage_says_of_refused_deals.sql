-- A name as the application compares it, but letters outside of ASCII stay as they are written: nothing is found here that it does not find.
create function review.bare_name(name text) returns text language sql immutable as $$
    select regexp_replace(lower(name collate "C"), '[!-/:-@\[-`{-~ \t\n\r\f\v]+', '', 'g')
$$;

-- The letters of a seller that are the same however the name is written.
create function review.bare_seller(name text) returns text language sql immutable as $$
    select regexp_replace(lower(name collate "C"), '[^a-z0-9]+', '', 'g')
$$;

-- Whether the contract is rejected, ending or ended, by a decision or an exit of the 24 months before.
create function review.was_refused(of_contract uuid, at timestamptz) returns boolean language sql stable as $$
    select exists (select 1 from contract.contract c
                   where c.id = of_contract and c.state in ('REJECTED', 'EXITING', 'EXITED'))
       and exists (select 1 from review.decision d
                   where d.contract_id = of_contract and d.outcome in ('REJECT', 'EXIT')
                     and d.decided_at >= (at at time zone 'UTC' - interval '24 months') at time zone 'UTC'
                   union all
                   select 1 from review.contract_exit e
                   where e.contract_id = of_contract
                     and e.opened_at >= (at at time zone 'UTC' - interval '24 months') at time zone 'UTC')
$$;

-- Whether a deal with the same agency was refused to somebody who does not sell this one.
create function review.agency_was_refused(of_contract uuid, at timestamptz) returns boolean language sql stable as $$
    select exists (
        select 1 from contract.contract n
        join contract.contract e on e.id <> n.id and e.state in ('REJECTED', 'EXITING', 'EXITED')
        where n.id = of_contract
          and array[review.bare_name(e.awarding_name), review.bare_name(e.funding_name)]
              && array[review.bare_name(n.awarding_name), coalesce(review.bare_name(n.funding_name), review.bare_name(n.awarding_name))]
          and exists (select 1 from unnest(array[n.supplier] || n.resellers) now_sells
                      where review.bare_seller(now_sells) not in (
                          select review.bare_seller(sold) from unnest(array[e.supplier] || e.resellers) sold))
          and review.was_refused(e.id, at))
$$;

-- A triage says of a refused deal that comes back whether it is the same and why, whatever path leads to this table. The application
-- compares more than the agency; the same deal is never in a lower tier than it was.
create function review.refuse_unsaid_deal() returns trigger language plpgsql as $$
declare
    deal text := coalesce(new.form #>> '{sameDeal,deal}', '');
    reasons text := coalesce(new.form #>> '{sameDeal,reasons}', '');
    of_contract uuid;
    given text;
    earlier uuid;
    before text;
begin
    if new.stage <> 'TRIAGE' then
        return new;
    end if;
    select r.contract_id, r.tier into of_contract, given from review.review r where r.id = new.review_id;
    if deal !~ '[^[:space:]]' then
        if review.agency_was_refused(of_contract, new.completed_at) then
            raise exception 'a deal with this agency was refused: triage says whether this is the same'
                using errcode = 'restrict_violation';
        end if;
        return new;
    end if;
    if reasons !~ '[^[:space:]]' then
        raise exception 'triage gives the reasons why it is a refused deal, or why it is not'
            using errcode = 'restrict_violation';
    end if;
    if deal not in ('NONE', 'UNKNOWN') then
        select c.id, c.tier into earlier, before from contract.contract c
        where c.number = case when deal ~ '^C-[0-9]{6,15}$' then substr(deal, 3)::bigint end and c.id <> of_contract;
        if earlier is null or not review.was_refused(earlier, new.completed_at) then
            raise exception 'no deal of this reference was refused' using errcode = 'restrict_violation';
        end if;
        if before is not null and coalesce(given, 'T1') < before then
            raise exception 'the same deal is at least in the tier that it had' using errcode = 'restrict_violation';
        end if;
    end if;
    return new;
end $$;
create trigger only_with_refused_deals_said before insert on review.stage_result
    for each row execute function review.refuse_unsaid_deal();
