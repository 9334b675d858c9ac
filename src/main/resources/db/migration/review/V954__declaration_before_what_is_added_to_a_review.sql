-- Who adds to a review signs first, too (H2): sources, consultations, advice, countersignatures and comments. Whoever steps back then works on no stage.
alter table review.recusal alter column stage drop not null;

-- Argument: how the new row leads to its review and to who adds it.
create function review.refuse_undeclared() returns trigger language plpgsql as $$
declare
    of_review uuid;
    person text;
begin
    execute tg_argv[0] into of_review, person using new;
    perform review.demand_declaration(of_review, person);
    return new;
end $$;

create trigger with_declaration_signed before insert on review.source
    for each row execute function review.refuse_undeclared('select ($1).review_id, ($1).added_by');
create trigger with_declaration_signed before insert on review.consultation
    for each row execute function review.refuse_undeclared('select ($1).review_id, ($1).logged_by');
create trigger with_declaration_signed before insert on review.advice_version
    for each row execute function review.refuse_undeclared('select review_id, author from review.advice where id = ($1).advice_id');
create trigger with_declaration_signed before insert on review.countersignature
    for each row execute function review.refuse_undeclared('select review_id, ($1).person from review.advice where id = ($1).advice_id');
create trigger with_declaration_signed before insert on review.comment
    for each row execute function review.refuse_undeclared('select ($1).review_id, ($1).author');
