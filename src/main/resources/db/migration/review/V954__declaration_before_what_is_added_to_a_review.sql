-- Who adds to a review signs first, too (H2): sources, consultations, advice, countersignatures and comments. Whoever steps back then works on no stage.
alter table review.recusal alter column stage drop not null;

create function review.refuse_undeclared_source() returns trigger language plpgsql as $$
begin
    perform review.demand_declaration(new.review_id, new.added_by);
    return new;
end $$;
create trigger with_declaration_signed before insert on review.source
    for each row execute function review.refuse_undeclared_source();

create function review.refuse_undeclared_consultation() returns trigger language plpgsql as $$
begin
    perform review.demand_declaration(new.review_id, new.logged_by);
    return new;
end $$;
create trigger with_declaration_signed before insert on review.consultation
    for each row execute function review.refuse_undeclared_consultation();

create function review.refuse_undeclared_advice() returns trigger language plpgsql as $$
begin
    perform review.demand_declaration(a.review_id, a.author) from review.advice a where a.id = new.advice_id;
    return new;
end $$;
create trigger with_declaration_signed before insert on review.advice_version
    for each row execute function review.refuse_undeclared_advice();

create function review.refuse_undeclared_countersignature() returns trigger language plpgsql as $$
begin
    perform review.demand_declaration(a.review_id, new.person) from review.advice a where a.id = new.advice_id;
    return new;
end $$;
create trigger with_declaration_signed before insert on review.countersignature
    for each row execute function review.refuse_undeclared_countersignature();

create function review.refuse_undeclared_comment() returns trigger language plpgsql as $$
begin
    perform review.demand_declaration(new.review_id, new.author);
    return new;
end $$;
create trigger with_declaration_signed before insert on review.comment
    for each row execute function review.refuse_undeclared_comment();
