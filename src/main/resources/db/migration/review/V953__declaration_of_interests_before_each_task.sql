-- After the audit sample (V952): what a person declared of their interests before they worked on a review (H2); once for each review, and for ever.
create table review.conflict_declaration (
    id          uuid        primary key,
    review_id   uuid        not null references review.review (id),
    person      text        not null check (person <> ''),
    conflict    boolean     not null,
    interest    text,
    declared_at timestamptz not null,
    unique (review_id, person),
    check (conflict = (interest is not null))
);
create trigger never_changes before update or delete on review.conflict_declaration
    for each row execute function review.refuse_change();
create trigger never_emptied before truncate on review.conflict_declaration
    for each statement execute function review.refuse_change();
grant select, insert on review.conflict_declaration to ${app_role};

create function review.demand_declaration(of_review uuid, person text) returns void language plpgsql as $$
begin
    if not exists (select 1 from review.conflict_declaration d
                   where d.review_id = of_review and d.person = demand_declaration.person and not d.conflict) then
        raise exception '% signed no declaration of interests for this review', person using errcode = 'restrict_violation';
    end if;
end $$;

-- Asked after every other rule (triggers run in the order of their names). The account owner alone answers a clarification request, and their interest is known.
create function review.refuse_undeclared_result() returns trigger language plpgsql as $$
begin
    if new.stage <> 'CLARIFICATION' then
        perform review.demand_declaration(new.review_id, new.actor);
        if exists (select 1 from review.recusal c where c.review_id = new.review_id and c.person = new.actor) then
            raise exception 'who declared a conflict works off no stage' using errcode = 'restrict_violation';
        end if;
    end if;
    return new;
end $$;
create trigger with_declaration_signed before insert on review.stage_result
    for each row execute function review.refuse_undeclared_result();

create function review.refuse_undeclared_vote() returns trigger language plpgsql as $$
begin
    perform review.demand_declaration(new.review_id, new.voter);
    return new;
end $$;
create trigger with_declaration_signed before insert on review.vote
    for each row execute function review.refuse_undeclared_vote();

create function review.refuse_undeclared_appeal_vote() returns trigger language plpgsql as $$
begin
    perform review.demand_declaration(a.review_id, new.voter) from review.appeal a where a.id = new.appeal_id;
    return new;
end $$;
create trigger with_declaration_signed before insert on review.appeal_vote
    for each row execute function review.refuse_undeclared_appeal_vote();

create function review.refuse_undeclared_sample_result() returns trigger language plpgsql as $$
begin
    perform review.demand_declaration(s.review_id, new.done_by) from review.sample_review s
    where s.id = new.sample_review_id;
    return new;
end $$;
create trigger with_declaration_signed before insert on review.sample_result
    for each row execute function review.refuse_undeclared_sample_result();
