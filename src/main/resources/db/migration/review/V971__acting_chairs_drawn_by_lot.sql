-- Where conflicts bar everybody who holds the role of the panel chair, a member is drawn by lot who closes the vote and fills seats.
-- Number 2 and later follow where the one before left the panel or is away. The chairs stand there with what bars each of them.
create table review.acting_chair (
    review_id   uuid        not null references review.review (id),
    pass        int         not null,
    number      int         not null check (number >= 1),
    person      text        not null,
    record_size bigint      not null,
    record_root text        not null check (record_root ~ '^[0-9a-f]{64}$'),
    seed        text        not null check (seed ~ '^[0-9a-f]{64}$'),
    urn         jsonb       not null check (jsonb_typeof(urn) = 'array'),
    excluded    jsonb       not null check (jsonb_typeof(excluded) = 'object'),
    chairs      jsonb       not null check (chairs <> '{}'),
    drawn_at    timestamptz not null,
    primary key (review_id, pass, number),
    foreign key (review_id, pass, person) references review.panel_member (review_id, pass, person)
);

-- Whom the lot fell on last counts.
create view review.acting_chair_now as
select distinct on (review_id, pass) review_id, pass, number, person
from review.acting_chair order by review_id, pass, number desc;

-- Paid by the contract (H1), with a conflict declared (H2), or with a part in what an appeal of the review came to.
create function review.barred_from(of_review uuid, who text) returns boolean language sql stable as $$
    select exists (select 1 from review.recusal c where c.review_id = of_review and c.person = who)
        or exists (select 1 from review.review v where v.id = of_review
                   and (who = v.submitter or who = any (v.account_team) or contract.ever_owned(v.contract_id, who)))
        or exists (select 1 from review.appeal a join review.appeal_ruling l on l.appeal_id = a.id
                   where a.review_id = of_review and l.decided_by = who)
        or exists (select 1 from review.appeal a join review.appeal_vote w on w.appeal_id = a.id
                   where a.review_id = of_review and w.voter = who)
$$;

-- Nobody becomes it but by the lot: the urn holds members of the panel without a conflict, each with the lot that follows from the
-- seed, and the lowest of them wins. No number is left out, and no member: who is not in the urn stands beside it with the reason.
create function review.refuse_chair_without_lot() returns trigger language plpgsql as $$
declare
    ticket record;
    lowest text;
begin
    if not exists (select 1 from review.vote_round r
                   where r.review_id = new.review_id and r.pass = new.pass and r.panel and r.closed_at is null) then
        raise exception 'an acting chair is drawn while the panel votes' using errcode = 'restrict_violation';
    end if;
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
create trigger only_by_lot before insert on review.acting_chair
    for each row execute function review.refuse_chair_without_lot();

-- The vote of a panel is closed by nobody with a conflict, and by no member whom the lot brought there unless another lot made
-- them its acting chair. Who holds which role only the application knows.
create function review.refuse_closing_by_others() returns trigger language plpgsql as $$
begin
    -- nothing is opened where nobody has voted: the review goes back to an earlier stage, or ends by a hold
    if not exists (select 1 from review.vote v where v.review_id = new.review_id and v.round = new.round) then
        return new;
    end if;
    if review.barred_from(new.review_id, new.closed_by) then
        raise exception 'who has a conflict does not close the vote' using errcode = 'restrict_violation';
    end if;
    if exists (select 1 from review.panel_seat s
               join review.panel_member m using (review_id, pass, person)
               where s.review_id = new.review_id and s.pass = new.pass and s.person = new.closed_by and m.place >= 0)
       and not exists (select 1 from review.acting_chair_now a
                       where a.review_id = new.review_id and a.pass = new.pass and a.person = new.closed_by) then
        raise exception 'a member of the panel closes its vote only as acting chair' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger closed_by_its_chair before update of closed_at on review.vote_round
    for each row when ((old.panel or new.panel) and old.closed_at is null and new.closed_at is not null)
    execute function review.refuse_closing_by_others();

-- A vote comes before the panel and never leaves it again; else anybody could close it as a vote of the reviewers.
create function review.refuse_leaving_the_panel() returns trigger language plpgsql as $$
begin
    raise exception 'a vote of the panel stays with the panel' using errcode = 'restrict_violation';
end $$;
create trigger stays_with_the_panel before update of panel on review.vote_round
    for each row when (old.panel and not new.panel) execute function review.refuse_leaving_the_panel();

create trigger never_changes before update or delete on review.acting_chair
    for each row execute function review.refuse_change();
create trigger never_emptied before truncate on review.acting_chair
    for each statement execute function review.refuse_change();

grant select, insert on review.acting_chair to ${app_role};
grant select on review.acting_chair_now to ${app_role};
