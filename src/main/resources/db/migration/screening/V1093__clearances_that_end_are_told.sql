-- Clearances of which legal reviewers were told that they end soon, and that they ended.
create table screening.clearance_told (
    hit_id  uuid        not null,
    number  int         not null,
    ended   boolean     not null,
    told_at timestamptz not null,
    primary key (hit_id, number, ended),
    foreign key (hit_id, number) references screening.answer (hit_id, number)
);
create trigger never_changes before update or delete on screening.clearance_told
    for each row execute function screening.refuse_change();
create trigger never_emptied before truncate on screening.clearance_told
    for each statement execute function screening.refuse_change();
grant select, insert on screening.clearance_told to ${app_role};
create index answer_by_last_day on screening.answer (ends_on) where ends_on is not null;
