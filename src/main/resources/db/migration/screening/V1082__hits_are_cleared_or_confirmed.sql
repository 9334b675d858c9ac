-- What a legal reviewer says of a hit: cleared until a day, or confirmed. It is bound to the entry as the evidence shows it.
create table screening.answer (
    hit_id      uuid        not null references screening.hit (id),
    number      int         not null check (number > 0),
    verdict     text        not null check (verdict in ('CLEARED', 'CONFIRMED')),
    evidence    int         not null,
    reason      text        not null check (length(btrim(reason)) between 30 and 2000),
    ends_on     date,
    answered_by text        not null check (length(answered_by) between 1 and 100),
    answered_at timestamptz not null,
    primary key (hit_id, number),
    foreign key (hit_id, evidence) references screening.evidence (hit_id, number),
    check ((verdict = 'CLEARED') = (ends_on is not null)),
    check (ends_on is null or ends_on <= (answered_at at time zone 'UTC')::date + interval '12 months')
);

-- What a second person says of a clearance.
create table screening.approval (
    hit_id     uuid        not null,
    number     int         not null,
    approved   boolean     not null,
    reason     text        not null check (length(btrim(reason)) between 3 and 2000),
    decided_by text        not null check (length(decided_by) between 1 and 100),
    decided_at timestamptz not null,
    primary key (hit_id, number),
    foreign key (hit_id, number) references screening.answer (hit_id, number)
);

-- Where every hit stands on a day. Strong hits, and those that were ever confirmed, are cleared by two.
create function screening.standing(today date) returns table (
    hit_id uuid, contract_id uuid, evidence int, band text, answer int, two boolean, state text) language sql stable as $$
    select s.hit_id, s.contract_id, s.evidence, s.band, s.answer, s.two,
           case when s.closed then 'CLOSED'
                when s.verdict = 'CONFIRMED' then 'CONFIRMED'
                when s.verdict is null or not s.bound or s.ends_on < today or s.approved = false then 'OPEN'
                when s.two and s.approved is null then 'WAITING'
                else 'CLEARED' end
      from (select h.id as hit_id, h.contract_id, e.number as evidence, e.band, coalesce(a.number, 0) as answer, a.verdict, a.ends_on,
                   c.hit_id is not null as closed, b.entry_hash = e.entry_hash as bound, p.approved,
                   e.band = 'STRONG' or exists (select 1 from screening.answer o
                                                where o.hit_id = h.id and o.verdict = 'CONFIRMED') as two
              from screening.hit h
              join lateral (select * from screening.evidence x where x.hit_id = h.id order by x.number desc limit 1) e on true
              left join screening.closing c on c.hit_id = h.id
              left join lateral (select * from screening.answer x where x.hit_id = h.id order by x.number desc limit 1) a on true
              left join screening.evidence b on b.hit_id = h.id and b.number = a.evidence
              left join screening.approval p on p.hit_id = h.id and p.number = a.number) s
$$;
grant execute on function screening.standing(date) to ${app_role};

-- Separation of duties (H1) and recusal (H2) hold for every path to an answer.
create function screening.refuse_interested(of_hit uuid, person text) returns void language plpgsql as $$
declare
    of_contract uuid;
begin
    select h.contract_id into of_contract from screening.hit h where h.id = of_hit;
    if review.interested(of_contract, person) then
        raise exception 'who submitted the contract or is paid by it answers no hit' using errcode = 'restrict_violation';
    end if;
    if exists (select 1 from review.review r join review.recusal c on c.review_id = r.id
               where r.contract_id = of_contract and c.person = refuse_interested.person) then
        raise exception 'who declared a conflict answers no hit' using errcode = 'restrict_violation';
    end if;
end $$;

create function screening.refuse_answer() returns trigger language plpgsql as $$
declare
    now_at record;
begin
    perform screening.refuse_interested(new.hit_id, new.answered_by);
    select * into now_at from screening.standing((new.answered_at at time zone 'UTC')::date) s where s.hit_id = new.hit_id;
    if now_at.state = 'CLOSED' then
        raise exception 'a hit that is closed is not answered' using errcode = 'restrict_violation';
    end if;
    if new.number <> now_at.answer + 1 or new.evidence <> now_at.evidence then
        raise exception 'an answer is about the evidence that stands, and follows the one before it' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger about_what_stands before insert on screening.answer
    for each row execute function screening.refuse_answer();

create function screening.refuse_approval() returns trigger language plpgsql as $$
begin
    perform screening.refuse_interested(new.hit_id, new.decided_by);
    if exists (select 1 from screening.answer a where a.hit_id = new.hit_id and a.number = new.number
               and a.answered_by = new.decided_by) then
        raise exception 'nobody approves a clearance of their own' using errcode = 'restrict_violation';
    end if;
    if not exists (select 1 from screening.standing((new.decided_at at time zone 'UTC')::date) s
                   where s.hit_id = new.hit_id and s.answer = new.number and s.state = 'WAITING') then
        raise exception 'no such clearance waits for a second person' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger by_a_second_person before insert on screening.approval
    for each row execute function screening.refuse_approval();

do $$
declare name text;
begin
    foreach name in array array['answer', 'approval'] loop
        execute format('create trigger never_changes before update or delete on screening.%I
                        for each row execute function screening.refuse_change()', name);
        execute format('create trigger never_emptied before truncate on screening.%I
                        for each statement execute function screening.refuse_change()', name);
        execute format('grant select, insert on screening.%I to ${app_role}', name);
    end loop;
end $$;
