-- The list of sources of a review. A source never changes; a correction is a new entry that names the one it replaces.
-- Graded by the Admiralty system (NATO AJP-2.1): reliability of the source A to F, credibility of what it says 1 to 6.
create table review.source (
    id           uuid primary key,
    review_id    uuid        not null references review.review (id),
    number       int         not null check (number >= 1),
    pass         int         not null,
    title        text        not null check (length(title) between 1 and 500),
    publisher    text        not null check (length(publisher) <= 300),
    kind         text        not null check (kind in ('UN_BODY', 'COURT', 'STATE', 'OVERSIGHT', 'NGO', 'PRESS', 'ACADEMIC',
                                 'AFFECTED_PEOPLE', 'EXPERT', 'CUSTOMER', 'COMPANY', 'OTHER')),
    location     text        not null check (length(location) <= 1000),
    published_on date        not null,
    reliability  text        not null check (reliability in ('A', 'B', 'C', 'D', 'E', 'F')),
    credibility  int         not null check (credibility between 1 and 6),
    independent  boolean     not null,
    corrects     uuid        unique references review.source (id),
    added_by     text        not null,
    added_at     timestamptz not null,
    unique (review_id, number),
    constraint customer_and_company_are_not_independent check (not (independent and kind in ('CUSTOMER', 'COMPANY')))
);

-- What a source supports: a statement of the research, claim by claim.
create table review.evidence (
    id        uuid primary key,
    review_id uuid        not null references review.review (id),
    pass      int         not null,
    source_id uuid        not null references review.source (id),
    supports  text        not null check (supports in ('END_USE', 'INTENDED_CAPABILITY', 'UNINTENDED_CAPABILITY',
                              'LAWS_AND_REMEDIES', 'AGENCY_RECORD')),
    claim     text        not null check (claim <> ''),
    stated_by text        not null,
    stated_at timestamptz not null
);
create index evidence_of_review on review.evidence (review_id, pass);

-- The sources that the impact on a right rests on.
create table review.impact_source (
    assessment_id uuid not null,
    right_code    text not null,
    source_id     uuid not null references review.source (id),
    primary key (assessment_id, right_code, source_id),
    foreign key (assessment_id, right_code) references review.assessed_impact (assessment_id, right_code)
);

alter table review.assessed_impact add column leverage_use text not null default '';

-- Research recorded before: its sources move into the list. Nobody graded them by this system, so no grade is made up.
insert into review.source (id, review_id, number, pass, title, publisher, kind, location, published_on, reliability,
                           credibility, independent, added_by, added_at)
select gen_random_uuid(), s.review_id, row_number() over (partition by s.review_id order by s.pass, e.place), s.pass,
       left(e.one ->> 'source', 500), '', 'OTHER', '', (e.one ->> 'date')::date, 'F', 6,
       coalesce((e.one ->> 'independent')::boolean, false), s.actor, s.completed_at
from review.stage_result s
cross join lateral jsonb_array_elements(s.form -> 'evidence') with ordinality as e (one, place)
where s.stage = 'RESEARCH' and coalesce(e.one ->> 'source', '') <> '';

do $$
declare
    kept text;
begin
    foreach kept in array array['source', 'evidence', 'impact_source'] loop
        execute format('create trigger never_changes before update or delete on review.%I
            for each row execute function review.refuse_change()', kept);
        execute format('create trigger never_emptied before truncate on review.%I
            for each statement execute function review.refuse_change()', kept);
    end loop;
end $$;

-- Separation of duties (H1) and recusal (H2) hold for every path to what a review rests on.
create function review.refuse_outsider(of_review uuid, person text, work text) returns void language plpgsql as $$
begin
    if exists (select 1 from review.review r where r.id = of_review and review.interested(r.contract_id, person)) then
        raise exception 'who submitted the contract or is paid by it %', work using errcode = 'restrict_violation';
    end if;
    if exists (select 1 from review.recusal c where c.review_id = of_review and c.person = refuse_outsider.person) then
        raise exception 'who declared a conflict %', work using errcode = 'restrict_violation';
    end if;
end $$;

create function review.refuse_source() returns trigger language plpgsql as $$
begin
    perform review.refuse_outsider(new.review_id, new.added_by, 'names no sources');
    if new.corrects is not null and not exists (
            select 1 from review.source s where s.id = new.corrects and s.review_id = new.review_id) then
        raise exception 'a source corrects one of the same review' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger only_by_participants before insert on review.source
    for each row execute function review.refuse_source();

create function review.refuse_evidence_of_elsewhere() returns trigger language plpgsql as $$
begin
    if not exists (select 1 from review.source s where s.id = new.source_id and s.review_id = new.review_id) then
        raise exception 'evidence cites a source of its own review' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger only_of_the_review before insert on review.evidence
    for each row execute function review.refuse_evidence_of_elsewhere();

create function review.refuse_impact_source_of_elsewhere() returns trigger language plpgsql as $$
begin
    if not exists (
            select 1
            from review.assessed_impact i
            join review.assessment a on a.id = i.assessment_id
            join review.source s on s.review_id = a.review_id
            where i.assessment_id = new.assessment_id and i.right_code = new.right_code and i.touched
              and s.id = new.source_id) then
        raise exception 'the impact on a right rests on sources of its own review' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger only_of_the_review before insert on review.impact_source
    for each row execute function review.refuse_impact_source_of_elsewhere();

grant select, insert on review.source, review.evidence, review.impact_source to ${app_role};
