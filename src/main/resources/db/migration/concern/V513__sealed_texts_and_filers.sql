-- What a filer wrote, sealed. In a table of its own: a concern is listed and counted without it.
create table concern.filed_words (
    concern uuid  not null primary key references concern.concern (id),
    -- whose key opens it: reviewers of the contract read open concerns, too
    part    text  not null check (part in ('HANDLING', 'REVIEW')),
    text    bytea not null check (octet_length(text) % 1024 = 48),
    rights  bytea not null check (octet_length(rights) % 1024 = 48),
    outcome bytea not null check (octet_length(outcome) % 1024 = 48)
);

-- Who filed it, sealed for those who handle it; nothing else leads from a concern to a name.
create table concern.identity (
    concern uuid  not null primary key references concern.concern (id),
    name    bytea not null check (octet_length(name) % 1024 = 48)
);

-- By this the filer's own pages find it again: an HMAC of account name and concern under a key outside the database.
alter table concern.reporter add column mark bytea unique check (octet_length(mark) = 32);

alter table concern.message add column sealed_text bytea check (octet_length(sealed_text) % 1024 = 48);

alter table concern.answer
    add column sealed_considered bytea check (octet_length(sealed_considered) % 1024 = 48),
    add column sealed_decision   bytea check (octet_length(sealed_decision) % 1024 = 48),
    add column sealed_article    bytea check (octet_length(sealed_article) % 1024 = 48),
    add column sealed_effect     bytea check (octet_length(sealed_effect) % 1024 = 48),
    add column sealed_appeal     bytea check (octet_length(sealed_appeal) % 1024 = 48);

-- Officers who stepped back from a concern.
create table concern.recusal (
    concern    uuid  not null references concern.concern (id),
    username   text  not null check (length(username) between 1 and 100),
    recused_on date  not null,
    -- sealed also where none was given: an absent one would tell
    reason     bytea not null check (octet_length(reason) % 1024 = 48),
    primary key (concern, username)
);

-- From whom a concern is kept by name: those the filer excluded, and those who stepped back.
create view concern.kept_from as
    select concern, username from concern.exclusion
    union
    select concern, username from concern.recusal;

-- A key is worth nothing to somebody it is kept from, whichever way it came: they never get a wrap, and lose the one they have.
create function concern.refuses_wrap_of_excluded() returns trigger language plpgsql as $$
begin
    if exists (select 1 from concern.kept_from k where k.concern = new.concern and k.username = new.recipient) then
        raise exception 'this concern is kept from that person';
    end if;
    return new;
end $$;

create trigger key_wrap_refuses_excluded before insert or update on concern.key_wrap
    for each row execute function concern.refuses_wrap_of_excluded();

create function concern.takes_wrap_of_excluded() returns trigger language plpgsql as $$
begin
    delete from concern.key_wrap w where w.concern = new.concern and w.recipient = new.username;
    return new;
end $$;

create trigger exclusion_takes_wrap after insert on concern.exclusion
    for each row execute function concern.takes_wrap_of_excluded();
create trigger recusal_takes_wrap after insert on concern.recusal
    for each row execute function concern.takes_wrap_of_excluded();

-- No row can lead from an anonymous concern to a person.
create function concern.refuses_filer_of_anonymous() returns trigger language plpgsql as $$
begin
    if exists (select 1 from concern.concern c where c.id = new.concern and c.mode = 'ANONYMOUS') then
        raise exception 'nobody is named beside an anonymous concern';
    end if;
    return new;
end $$;

create trigger reporter_refuses_anonymous before insert on concern.reporter
    for each row execute function concern.refuses_filer_of_anonymous();
create trigger identity_refuses_anonymous before insert on concern.identity
    for each row execute function concern.refuses_filer_of_anonymous();

grant select, insert on concern.filed_words, concern.identity, concern.recusal to ${app_role};
grant select on concern.kept_from to ${app_role};
