-- Two who write the same part of a draft both see both versions, instead of the last one winning.
alter table review.assessment_draft add column version int not null default 1 check (version >= 1);
