-- What whoever handles a concern found, allegation by allegation. Nothing is changed: what was found otherwise later is a new version.
create table concern.finding (
    concern     uuid  not null references concern.concern (id),
    allegation  int   not null check (allegation > 0),
    version     int   not null check (version > 0),
    officer     text  not null check (length(officer) between 1 and 100),
    recorded_on date  not null,
    -- whose key opens the next three: reviewers of the contract read what was found on open concerns
    part        text  not null check (part in ('HANDLING', 'REVIEW')),
    claim       bytea not null check (octet_length(claim) % 1024 = 48),
    result      bytea not null check (octet_length(result) % 1024 = 48),
    facts       bytea not null check (octet_length(facts) % 1024 = 48),
    -- who said what, with its day and how far it can be relied on: for those who handle the concern only
    sources     bytea not null check (octet_length(sources) % 1024 = 48),
    primary key (concern, allegation, version)
);

create function concern.begins_finding() returns trigger language plpgsql as $$
begin
    perform concern.refuses_person_of_opening(new.concern, new.officer);
    if exists (select 1 from concern.concern c where c.id = new.concern and c.status in ('RECEIVED', 'ANSWERED'))
        or exists (select 1 from concern.withdrawal w where w.concern = new.concern) then
        raise exception 'findings belong to a concern that is being handled' using errcode = 'restrict_violation';
    end if;
    if new.part <> (select case when c.mode = 'OPEN' then 'REVIEW' else 'HANDLING' end from concern.concern c where c.id = new.concern) then
        raise exception 'only findings on open concerns are for reviewers' using errcode = 'restrict_violation';
    end if;
    if new.version <> (select coalesce(max(f.version), 0) + 1 from concern.finding f
                       where f.concern = new.concern and f.allegation = new.allegation)
        or new.allegation > (select coalesce(max(f.allegation), 0) + 1 from concern.finding f where f.concern = new.concern) then
        raise exception 'no allegation and no version is left out' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger finding_begins before insert on concern.finding
    for each row execute function concern.begins_finding();

-- The findings on which an answer rests, in the versions that stood when it was given.
create table concern.answer_finding (
    concern    uuid not null references concern.concern (id),
    allegation int  not null,
    version    int  not null,
    primary key (concern, allegation),
    foreign key (concern, allegation, version) references concern.finding (concern, allegation, version) on delete cascade
);

grant select, insert on concern.finding, concern.answer_finding to ${app_role};
