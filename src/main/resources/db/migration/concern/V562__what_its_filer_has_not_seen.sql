-- Concerns in which those who handle them did something that their filer has not seen. Nothing here says who that is or when it was
-- done: who filed a concern is found by whoever comes with the name, and by nobody else.
create table concern.unseen_by_filer (
    concern uuid not null primary key references concern.concern (id)
);

grant select, insert, delete on concern.unseen_by_filer to ${app_role};
