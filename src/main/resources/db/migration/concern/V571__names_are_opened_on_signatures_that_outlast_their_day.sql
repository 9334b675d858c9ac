-- Names of a letter are opened when as many people as it says stand under it at the end of a day. Whoever signs and takes the signature
-- back within the day opens nobody's name: only valid signatures of earlier days count, when the number is noted and for each name.
create or replace function concern.check_reveal() returns trigger language plpgsql as $$
begin
    if not exists (select 1 from concern.letter where id = new.letter and signing = 'REVEALED_AT'
                     and reveal_at <= (select count(*) from concern.letter_signature s
                                       where s.letter = new.letter and s.version = new.version and s.invalidated_on is null
                                         and s.signed_on < (now() at time zone 'UTC')::date)) then
        raise exception 'names stay sealed below the number' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;

create or replace function concern.check_name() returns trigger language plpgsql as $$
declare
    today date := (now() at time zone 'UTC')::date;
begin
    if not exists (select 1 from concern.letter_signature s
                   join concern.letter_reveal r on r.letter = s.letter and r.version = s.version
                   join concern.letter l on l.id = s.letter
                   where s.id = new.signature and s.consents and s.invalidated_on is null and s.signed_on < today
                     and l.reveal_at <= (select count(*) from concern.letter_signature o
                                         where o.letter = s.letter and o.version = s.version and o.invalidated_on is null
                                           and o.signed_on < today)) then
        raise exception 'names are opened when the number is reached, of those who agreed' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
