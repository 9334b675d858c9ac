-- The time in which a person may be drawn. Whoever has no running term is not in the pool, once terms are kept for the role.
create table review.panel_term (
    id         uuid primary key,
    person     text        not null check (person <> ''),
    role       text        not null check (role in ('EMPLOYEE_PANELIST', 'LEGAL_REVIEWER', 'HR_REVIEWER', 'EXTERNAL_EXPERT')),
    from_day   date        not null,
    until_day  date        not null,
    basis      text        not null check (basis in ('ELECTED', 'DRAWN', 'APPOINTED')),
    chosen_by  text        not null check (chosen_by <> ''),
    kept_by    text        not null,
    kept_at    timestamptz not null,
    ended_on   date,
    ended_by   text,
    end_reason text,
    check (until_day > from_day),
    check (num_nulls(ended_on, ended_by, end_reason) in (0, 3)),
    check (kept_by <> person)
);
create index panel_term_of_role on review.panel_term (role, until_day);

-- One drawing of lots: the value it rests on, who was in the urn, who was not and why. Number 2 and later fill seats that the
-- alternates could not.
create table review.panel_draw (
    review_id   uuid        not null references review.review (id),
    pass        int         not null,
    number      int         not null check (number >= 1),
    tier        text        not null,
    record_size bigint      not null,
    record_root text        not null check (record_root ~ '^[0-9a-f]{64}$'),
    seed        text        not null check (seed ~ '^[0-9a-f]{64}$'),
    urns        jsonb       not null,
    excluded    jsonb       not null,
    missing     text[]      not null,
    drawn_at    timestamptz not null,
    primary key (review_id, pass, number)
);

create table review.panel_member (
    review_id uuid not null,
    pass      int  not null,
    person    text not null,
    role      text not null,
    seat      text not null check (seat in ('EMPLOYEE', 'LEGAL', 'HUMAN_RIGHTS')),
    standing  text not null check (standing in ('MEMBER', 'ALTERNATE')),
    number    int  not null,
    lot       text not null check (lot ~ '^[0-9a-f]{64}$'),
    -- alternates come in by this order within their seat
    place     int  not null,
    primary key (review_id, pass, person),
    foreign key (review_id, pass, number) references review.panel_draw (review_id, pass, number)
);

-- Each change after the drawing: who left a seat, and which alternate came in. A seat may stay empty, never the quorum.
create table review.panel_change (
    id         uuid primary key,
    review_id  uuid        not null,
    pass       int         not null,
    person_out text,
    person_in  text,
    reason     text        not null check (reason in ('RECUSED', 'ABSENT', 'QUORUM')),
    changed_by text        not null,
    changed_at timestamptz not null,
    check (person_out is not null or person_in is not null),
    unique (review_id, pass, person_out),
    unique (review_id, pass, person_in),
    foreign key (review_id, pass, person_out) references review.panel_member (review_id, pass, person),
    foreign key (review_id, pass, person_in) references review.panel_member (review_id, pass, person)
);

-- Who sits on the panel now.
create view review.panel_seat as
select m.review_id, m.pass, m.person, m.role, m.seat, m.lot
from review.panel_member m
where (m.standing = 'MEMBER' or exists (
        select 1 from review.panel_change c
        where c.review_id = m.review_id and c.pass = m.pass and c.person_in = m.person))
  and not exists (
        select 1 from review.panel_change c
        where c.review_id = m.review_id and c.pass = m.pass and c.person_out = m.person);

-- Only who was drawn, or came in as an alternate, votes on the panel, and in no other role (H3).
create function review.refuse_vote_of_the_undrawn() returns trigger language plpgsql as $$
begin
    if exists (select 1 from review.vote_round r
               where r.review_id = new.review_id and r.round = new.round and r.panel
                 and not exists (select 1 from review.panel_seat s
                                 where s.review_id = r.review_id and s.pass = r.pass
                                   and s.person = new.voter and s.role = new.role)) then
        raise exception 'only members drawn for the panel vote on it' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger only_who_was_drawn before insert on review.vote
    for each row execute function review.refuse_vote_of_the_undrawn();

do $$
declare
    kept text;
begin
    foreach kept in array array['panel_draw', 'panel_member', 'panel_change'] loop
        execute format('create trigger never_changes before update or delete on review.%I
            for each row execute function review.refuse_change()', kept);
        execute format('create trigger never_emptied before truncate on review.%I
            for each statement execute function review.refuse_change()', kept);
    end loop;
end $$;

-- A term is ended once, and never taken out of the list.
create function review.refuse_other_than_ending() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' or old.ended_on is not null
            or (new.id, new.person, new.role, new.from_day, new.until_day, new.basis, new.chosen_by, new.kept_by, new.kept_at)
               is distinct from
               (old.id, old.person, old.role, old.from_day, old.until_day, old.basis, old.chosen_by, old.kept_by, old.kept_at) then
        raise exception 'a term of a panelist is ended once and otherwise never changes' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger only_ended before update or delete on review.panel_term
    for each row execute function review.refuse_other_than_ending();

grant select, insert, update on review.panel_term to ${app_role};
grant select, insert on review.panel_draw, review.panel_member, review.panel_change to ${app_role};
grant select on review.panel_seat to ${app_role};
