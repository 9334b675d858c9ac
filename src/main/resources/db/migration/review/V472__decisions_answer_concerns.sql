-- A decision answers each concern that was open when it was made, as far as whoever decided may know of it.
create table review.concern_weighed (
    decision_id uuid not null references review.decision (id),
    concern_id  uuid not null,
    answer      text not null check (length(trim(answer)) between 1 and 20000),
    primary key (decision_id, concern_id)
);
create trigger never_changes before update or delete on review.concern_weighed
    for each row execute function review.refuse_change();
create trigger never_emptied before truncate on review.concern_weighed
    for each statement execute function review.refuse_change();
grant select, insert on review.concern_weighed to ${app_role};
