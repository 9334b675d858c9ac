-- A vote for an approval with conditions can name the conditions it depends on; sealed with it, and part of its commitment.
alter table review.vote add column conditions text[] not null default '{}';
alter table review.vote add constraint asks_with_conditions_only
    check (conditions = '{}' or (choice = 'CONDITIONAL' and cardinality(conditions) <= 5 and array_position(conditions, '') is null));

-- What became of each: a condition of the decision says it word for word, or the decision answers it (H5, H6, H10).
create table review.asked_condition (
    id          uuid    primary key,
    decision_id uuid    not null references review.decision (id),
    voter       text    not null,
    ordinal     int     not null,
    text        text    not null,
    taken_up    boolean not null,
    answer      text    not null,
    unique (decision_id, voter, ordinal),
    check (taken_up or length(btrim(answer)) >= 30)
);
create trigger never_changes before update or delete on review.asked_condition
    for each row execute function review.refuse_change();
create trigger never_emptied before truncate on review.asked_condition
    for each statement execute function review.refuse_change();
grant select, insert on review.asked_condition to ${app_role};

create function review.plain_words(said text) returns text language sql immutable as $$
    select btrim(regexp_replace(normalize(said, NFC), E'[ \t\n\r\f]+', ' ', 'g'), ' ')
$$;

create function review.refuse_untrue_answer() returns trigger language plpgsql as $$
begin
    if not exists (select 1 from review.decision d
                   join review.vote v on v.review_id = d.review_id and v.round = d.round
                   where d.id = new.decision_id and v.voter = new.voter and v.choice = 'CONDITIONAL'
                     and v.conditions[new.ordinal] = new.text) then
        raise exception 'no vote asks for this condition' using errcode = 'restrict_violation';
    end if;
    if new.taken_up and not exists (select 1 from review.condition c where c.decision_id = new.decision_id
                                    and review.plain_words(c.text) = review.plain_words(new.text)) then
        raise exception 'no condition of the decision says what the vote asks for' using errcode = 'restrict_violation';
    end if;
    return new;
end
$$;
create trigger says_what_is_so before insert on review.asked_condition
    for each row execute function review.refuse_untrue_answer();

-- Asked at the end of the transaction: what a decision consists of is written one after the other.
create function review.refuse_unanswered_conditions() returns trigger language plpgsql as $$
declare
    open_one text;
begin
    select v.voter || ' asks for: ' || asked.text into open_one
    from review.vote_round r
    join review.vote v on v.review_id = r.review_id and v.round = r.round
    cross join unnest(v.conditions) with ordinality as asked (text, ordinal)
    where r.review_id = new.review_id and r.round = new.round and r.carried = 'CONDITIONAL'
      and not exists (select 1 from review.recusal c where c.review_id = new.review_id and c.person = v.voter)
      and not exists (select 1 from review.asked_condition a
                      where a.decision_id = new.id and a.voter = v.voter and a.ordinal = asked.ordinal)
    limit 1;
    if open_one is not null then
        raise exception 'the decision leaves a condition without answer that a vote asks for: %', open_one
            using errcode = 'restrict_violation';
    end if;
    return null;
end
$$;
create constraint trigger answers_what_votes_ask_for after insert on review.decision
    deferrable initially deferred for each row when (new.outcome = 'CONDITIONAL')
    execute function review.refuse_unanswered_conditions();
