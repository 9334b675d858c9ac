-- What is wrong in one place of the record hides nothing in another: each is found, told and mended by itself.
alter table record.verification add column further text[] not null default '{}';
alter table record.alarm add column source text not null default '';
create index alarm_of_source on record.alarm (watched, source, id);
drop index record.alarm_of_watch;
