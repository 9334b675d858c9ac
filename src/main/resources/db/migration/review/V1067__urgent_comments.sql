-- A comment that is urgent for those it mentions says so for as long as it stands.
alter table review.comment add column urgent boolean not null default false;
