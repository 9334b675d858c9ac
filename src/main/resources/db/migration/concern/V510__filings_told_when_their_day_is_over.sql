-- What a filer did and nobody was told yet. Processes, the record, notices and mails keep exact times, or an order among things that
-- do: they hear of it when its day is over, or when a concern officer acts on the concern before that.
create table concern.untold (
    concern uuid not null references concern.concern (id),
    -- 0 for the filing, else the number of the filer's message
    number  int  not null check (number >= 0),
    day     date not null,
    primary key (concern, number)
);
create index untold_by_day on concern.untold (day);

grant select, insert, delete on concern.untold to ${app_role};
