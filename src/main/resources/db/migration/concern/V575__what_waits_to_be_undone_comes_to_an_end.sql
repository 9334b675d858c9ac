-- That a tie is to be undone waits for a second person no longer than its last day. They can say no with a reason, whoever asked can take
-- it back, and after that day it lapses; then it may be asked anew, as another row. What waited before this has two weeks from now on.
alter table concern.undone_tie
    add column last_day      date,
    add column ended         text check (ended in ('REFUSED', 'TAKEN_BACK', 'LAPSED')),
    add column ended_by      text,
    add column ended_on      date,
    add column ended_because text check (length(trim(ended_because)) between 30 and 2000),
    -- the first, second or later time that this tie is to be undone
    add column request       int not null default 1 check (request > 0);
alter table concern.undone_tie alter column request drop default;

alter table concern.undone_tie disable trigger tie_undone;
update concern.undone_tie set last_day = greatest(asked_on, current_date) + 14 where undone_on is null;
alter table concern.undone_tie enable trigger tie_undone;

drop index concern.a_tie_is_undone_once;
create unique index requests_one_after_the_other on concern.undone_tie (concern, contract, number, request);
create unique index one_undoing_of_a_tie on concern.undone_tie (concern, contract, number) where ended is null;
alter table concern.undone_tie
    add constraint waits_until_a_day check (undone_on is not null or last_day is not null),
    add constraint last_day_comes_later check (last_day >= asked_on),
    add constraint confirmed_in_time check (confirmed_by is null or last_day is null or undone_on <= last_day),
    add constraint ends_in_one_way check (
        num_nonnulls(undone_on, ended) <= 1
        and num_nonnulls(ended, ended_by, ended_on) in (0, 3)
        and case ended
            when 'REFUSED' then ended_by <> asked_by and ended_because is not null and ended_on between asked_on and last_day
            when 'TAKEN_BACK' then ended_by = asked_by and ended_because is null and ended_on >= asked_on
            when 'LAPSED' then ended_by = 'system' and ended_because is null and ended_on > last_day
            else ended_because is null end);

create or replace function concern.undoes_tie() returns trigger language plpgsql as $$
begin
    -- so whoever asks is looked at below when they ask, and whoever says yes or no when they do
    if tg_op = 'INSERT' and num_nonnulls(new.ended, new.confirmed_by) > 0 then
        raise exception 'that a tie is undone begins as a request' using errcode = 'restrict_violation';
    end if;
    if tg_op = 'UPDATE' and (num_nonnulls(old.undone_on, old.ended) > 0 or num_nonnulls(new.undone_on, new.ended) = 0
        or (new.id, new.concern, new.contract, new.number, new.request, new.because, new.asked_by, new.asked_on, new.last_day)
           is distinct from
           (old.id, old.concern, old.contract, old.number, old.request, old.because, old.asked_by, old.asked_on, old.last_day)) then
        raise exception 'that a tie is undone is only confirmed, refused, taken back or lapsed, once'
            using errcode = 'restrict_violation';
    end if;
    if new.ended = 'LAPSED' then
        return new;
    end if;
    perform concern.refuses_person_of_opening(new.concern, coalesce(new.ended_by, new.confirmed_by, new.asked_by));
    if exists (select 1 from concern.withdrawal w where w.concern = new.concern) then
        raise exception 'nothing of a withdrawn concern is changed' using errcode = 'restrict_violation';
    end if;
    if new.ended is not null then
        return new;
    end if;
    perform concern.demands_tie_at_rest(new.concern, new.contract);
    if new.undone_on is not null and new.confirmed_by is null
        and exists (select 1 from review.concern_measure m where m.concern_id = new.concern and m.contract_id = new.contract) then
        raise exception 'a tie by which something was done is undone by two people' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;

grant update (ended, ended_by, ended_on, ended_because) on concern.undone_tie to ${app_role};
