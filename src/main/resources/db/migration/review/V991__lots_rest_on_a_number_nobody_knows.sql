-- The root hash of the record is shown to everybody, so who opens a vote could compute lots beforehand and wait for one that suits. Lots
-- rest on a random number as well: one for each drawing, committed by itself before anything is drawn from it, so that an act which
-- fails and is done again finds the same one.
-- No foreign key: the act that draws holds the review locked while this row is written beside it.
create table review.lot_nonce (
    review_id   uuid        not null,
    pass        int         not null,
    drawn_for   text        not null check (drawn_for in ('PANEL', 'ACTING_CHAIR')),
    number      int         not null check (number >= 1),
    nonce       text        not null check (nonce ~ '^[0-9a-f]{64}$'),
    -- the record when the number was drawn
    record_size bigint      not null,
    record_root text        not null check (record_root ~ '^[0-9a-f]{64}$'),
    made_at     timestamptz not null,
    primary key (review_id, pass, drawn_for, number)
);
create trigger never_changes before update or delete on review.lot_nonce
    for each row execute function review.refuse_change();
create trigger never_emptied before truncate on review.lot_nonce
    for each statement execute function review.refuse_change();
grant select, insert on review.lot_nonce to ${app_role};

-- Null only in drawings of before.
alter table review.panel_draw add column nonce text check (nonce ~ '^[0-9a-f]{64}$');
alter table review.acting_chair add column nonce text check (nonce ~ '^[0-9a-f]{64}$');

-- Argument: what is drawn for.
create function review.refuse_other_nonce() returns trigger language plpgsql as $$
begin
    if not exists (select 1 from review.lot_nonce n
                   where n.review_id = new.review_id and n.pass = new.pass and n.drawn_for = tg_argv[0] and n.number = new.number
                     and n.nonce = new.nonce and n.record_size = new.record_size and n.record_root = new.record_root) then
        raise exception 'lots rest on the number that was drawn for them, and on the record of that moment'
            using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger only_its_nonce before insert on review.panel_draw
    for each row execute function review.refuse_other_nonce('PANEL');
create trigger only_its_nonce before insert on review.acting_chair
    for each row execute function review.refuse_other_nonce('ACTING_CHAIR');

-- The seed of an acting chair covers the number; whatever else that function asks for stays.
do $$
declare
    before text := pg_get_functiondef('review.refuse_chair_without_lot()'::regprocedure);
    after  text := replace(before, 'new.number, new.record_root)', 'new.number, new.record_root, new.nonce)');
begin
    if after = before then
        raise exception 'the seed of an acting chair is not computed where it is expected';
    end if;
    execute after;
end $$;

-- The panel: its seed follows from the number, each lot from the seed, and each urn stands in the order of the lots, with external
-- experts after all human-rights reviewers.
create function review.refuse_urn_without_lots() returns trigger language plpgsql as $$
begin
    if new.seed <> encode(sha256(convert_to(concat_ws(E'\n', new.review_id, new.pass, new.number, new.record_root, new.nonce),
                                            'UTF8')), 'hex') then
        raise exception 'the seed does not follow from the number that was drawn' using errcode = 'restrict_violation';
    end if;
    if exists (select 1 from jsonb_each(new.urns) urn, jsonb_array_elements(urn.value) t
               where (t ->> 'lot') is distinct from encode(sha256(convert_to(new.seed || E'\n' || (t ->> 'person'), 'UTF8')), 'hex')) then
        raise exception 'a lot does not follow from the seed' using errcode = 'restrict_violation';
    end if;
    if exists (select 1 from jsonb_each(new.urns) urn, lateral (
                   select t.place, row_number() over (order by urn.key = 'HUMAN_RIGHTS' and (t.ticket ->> 'role') = 'EXTERNAL_EXPERT',
                                                               (t.ticket ->> 'lot') collate "C") as by_lot
                   from jsonb_array_elements(urn.value) with ordinality as t (ticket, place)) ordered
               where ordered.place <> ordered.by_lot) then
        raise exception 'an urn stands in the order of the lots' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger only_by_lot before insert on review.panel_draw
    for each row execute function review.refuse_urn_without_lots();

-- Who sits, and who is an alternate, stands at that place of the urn, and everybody before them was drawn for it, too. Below the
-- first place is who voted before the case came before the panel.
create function review.refuse_seat_without_lot() returns trigger language plpgsql as $$
begin
    if exists (select 1 from review.panel_draw d
               where d.review_id = new.review_id and d.pass = new.pass and d.number = new.number
                 and ((d.urns -> new.seat -> new.place ->> 'person') is distinct from new.person
                      or (d.urns -> new.seat -> new.place ->> 'role') is distinct from new.role
                      or (d.urns -> new.seat -> new.place ->> 'lot') is distinct from new.lot))
       or new.place <> (select count(*) from review.panel_member m
                        where m.review_id = new.review_id and m.pass = new.pass and m.number = new.number and m.seat = new.seat
                          and m.place between 0 and new.place - 1
                          and (m.standing = 'MEMBER' or new.standing = 'ALTERNATE')) then
        raise exception 'the lot did not fall on this person' using errcode = 'restrict_violation';
    end if;
    return null;
end $$;
create trigger only_by_lot after insert on review.panel_member
    for each row when (new.place >= 0) execute function review.refuse_seat_without_lot();
