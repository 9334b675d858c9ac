-- Outside a vote, too, somebody does what the panel chair does where conflicts bar everybody who holds that role: the acting chair of
-- the contract's last panel, drawn by lot, and where none is drawn the board committee.

-- What stands between a person and whatever follows from this contract: paid by it (H1), or a conflict declared in a review of it (H2).
create function review.conflict_about(of_contract uuid, who text) returns text language sql stable as $$
    select case when review.interested(of_contract, who) or contract.ever_owned(of_contract, who) then 'PAID'
                when review.recused(of_contract, who) then 'RECUSED' end
$$;

-- The panel that was drawn last for a contract.
create function review.last_panel(of_contract uuid) returns table (review_id uuid, pass int) language sql stable as $$
    select d.review_id, d.pass from review.panel_draw d join review.review r on r.id = d.review_id
    where r.contract_id = of_contract order by d.drawn_at desc limit 1
$$;

-- On whom the lot fell last in it, while they sit there and have no conflict; null where nobody acts.
create function review.acting_chair_of(of_contract uuid) returns text language sql stable as $$
    select a.person from review.last_panel(of_contract) p
    join review.acting_chair_now a on a.review_id = p.review_id and a.pass = p.pass
    join review.panel_seat s on s.review_id = a.review_id and s.pass = a.pass and s.person = a.person
    where review.conflict_about(of_contract, a.person) is null and not review.barred_from(a.review_id, a.person)
$$;

-- Whether an acting chair has something to do outside a vote: a suspension is asked about, or a hearing waits.
create function review.chair_needed(of_contract uuid) returns boolean language sql stable as $$
    select exists (select 1 from review.suspension_review s where s.contract_id = of_contract and s.closed_at is null)
        or review.measure_stands(of_contract, 'HEARING')
$$;

-- A lot is drawn outside a vote only in the last panel of a contract that needs it, from members without a conflict in any of its
-- reviews, and while each chair that is named has one.
create function review.refuse_lot_without_need() returns trigger language plpgsql as $$
declare
    of_contract uuid := (select contract_id from review.review where id = new.review_id);
begin
    if exists (select 1 from review.vote_round r
               where r.review_id = new.review_id and r.pass = new.pass and r.panel and r.closed_at is null) then
        return new;
    end if;
    if not review.chair_needed(of_contract)
       or not exists (select 1 from review.last_panel(of_contract) p
                      where p.review_id = new.review_id and p.pass = new.pass) then
        raise exception 'an acting chair is drawn while the panel votes, or where a suspension or a hearing waits for its chair'
            using errcode = 'restrict_violation';
    end if;
    if exists (select 1 from jsonb_object_keys(new.chairs) chair where review.conflict_about(of_contract, chair) is null) then
        raise exception 'a panel chair without a conflict is there' using errcode = 'restrict_violation';
    end if;
    if exists (select 1 from jsonb_array_elements(new.urn) t
               where review.conflict_about(of_contract, t ->> 'person') is not null) then
        raise exception 'only members of the panel without a conflict are in the urn' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger only_where_needed before insert on review.acting_chair
    for each row execute function review.refuse_lot_without_need();

-- As before, but for the moment, which the trigger above judges.
create or replace function review.refuse_chair_without_lot() returns trigger language plpgsql as $$
declare
    ticket record;
    lowest text;
begin
    if new.number <> 1 + (select coalesce(max(c.number), 0) from review.acting_chair c
                          where c.review_id = new.review_id and c.pass = new.pass) then
        raise exception 'the drawings of a pass are numbered one after the other' using errcode = 'restrict_violation';
    end if;
    if new.seed <> encode(sha256(convert_to(concat_ws(E'\n', new.review_id, new.pass, 'acting chair', new.number, new.record_root),
                                            'UTF8')), 'hex') then
        raise exception 'the seed does not follow from the root hash of the record' using errcode = 'restrict_violation';
    end if;
    for ticket in select t ->> 'person' as person, t ->> 'lot' as lot from jsonb_array_elements(new.urn) t loop
        if ticket.lot is distinct from encode(sha256(convert_to(new.seed || E'\n' || ticket.person, 'UTF8')), 'hex') then
            raise exception 'a lot does not follow from the seed' using errcode = 'restrict_violation';
        end if;
        if review.barred_from(new.review_id, ticket.person)
           or not exists (select 1 from review.panel_seat s where s.review_id = new.review_id and s.pass = new.pass
                          and s.person = ticket.person) then
            raise exception 'only members of the panel without a conflict are in the urn' using errcode = 'restrict_violation';
        end if;
    end loop;
    select t ->> 'person' into lowest from jsonb_array_elements(new.urn) t order by t ->> 'lot' collate "C" limit 1;
    if new.person is distinct from lowest then
        raise exception 'the lot did not fall on this member' using errcode = 'restrict_violation';
    end if;
    if exists (select 1 from review.panel_seat s
               where s.review_id = new.review_id and s.pass = new.pass and not jsonb_exists(new.excluded, s.person)
                 and not exists (select 1 from jsonb_array_elements(new.urn) t where t ->> 'person' = s.person)) then
        raise exception 'every member of the panel is in the urn, or beside it with the reason'
            using errcode = 'restrict_violation';
    end if;
    return new;
end $$;

-- As what somebody did it, and where not as a panel chair, what bars each of these. A hearing that ended otherwise was held by nobody.
alter table review.suspension_proposal
    add column acts_as text not null default 'PANEL_CHAIR' check (acts_as in ('PANEL_CHAIR', 'ACTING_CHAIR', 'BOARD_COMMITTEE')),
    add column chairs jsonb not null default '{}' check (jsonb_typeof(chairs) = 'object'),
    add check ((acts_as = 'PANEL_CHAIR') = (chairs = '{}'));
alter table review.interim_measure
    add column acts_as text not null default 'PANEL_CHAIR' check (acts_as in ('PANEL_CHAIR', 'ACTING_CHAIR', 'BOARD_COMMITTEE')),
    add column chairs jsonb not null default '{}' check (jsonb_typeof(chairs) = 'object'),
    add check ((acts_as = 'PANEL_CHAIR') = (chairs = '{}'));
alter table review.concern_measure_end
    add column acts_as text check (acts_as in ('PANEL_CHAIR', 'ACTING_CHAIR', 'BOARD_COMMITTEE')),
    add column chairs jsonb not null default '{}' check (jsonb_typeof(chairs) = 'object'),
    add check (acts_as is null or measure = 'HEARING'),
    add check ((coalesce(acts_as, 'PANEL_CHAIR') = 'PANEL_CHAIR') = (chairs = '{}')),
    -- hearings of before do not say who held them
    add check (tier is null or acts_as is not null) not valid;

-- Arguments: the column with the person, the column of what it is about, how that leads to the contract, and the reason that is
-- believed of a chair without a conflict: from whom a concern is kept only its own module knows, and the reason does not say it.
create function review.refuse_acting_without_ground() returns trigger language plpgsql as $$
declare
    who text := to_jsonb(new) ->> tg_argv[0];
    of_contract uuid;
begin
    if new.acts_as is null then
        return new;
    end if;
    execute tg_argv[2] into of_contract using (to_jsonb(new) ->> tg_argv[1])::uuid;
    if review.conflict_about(of_contract, who) is not null then
        raise exception 'who has a conflict does nothing of what the panel chair does' using errcode = 'restrict_violation';
    end if;
    if new.acts_as = 'PANEL_CHAIR' then
        return new;
    end if;
    if exists (select 1 from jsonb_each_text(new.chairs) chair
               where chair.key = who
                  or (review.conflict_about(of_contract, chair.key) is null and chair.value is distinct from tg_argv[3])) then
        raise exception 'a panel chair without a conflict is there' using errcode = 'restrict_violation';
    end if;
    if new.acts_as = 'ACTING_CHAIR' and who is distinct from review.acting_chair_of(of_contract) then
        raise exception 'no lot made this person acting chair' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger only_with_ground before insert on review.suspension_proposal
    for each row execute function review.refuse_acting_without_ground('proposed_by', 'suspension_id',
        'select contract_id from review.suspension_review where id = $1', '');
create trigger only_with_ground before insert on review.interim_measure
    for each row execute function review.refuse_acting_without_ground('imposed_by', 'contract_id', 'select $1', '');
create trigger only_with_ground before insert on review.concern_measure_end
    for each row execute function review.refuse_acting_without_ground('ended_by', 'contract_id', 'select $1',
        'Does not record this hearing.');
