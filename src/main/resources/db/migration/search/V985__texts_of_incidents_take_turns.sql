-- Texts of incidents that are in the index: number 0 is what was written down of the incident, the others are its files. Each takes a turn
-- once, as versions of documents do, and alerts look at those behind their own.
create table search.incident_text (
    incident   uuid        not null references search.incident (incident),
    number     int         not null check (number >= 0),
    -- passages that the cluster took
    passages   int         not null check (passages >= 0),
    indexed_at timestamptz not null,
    turn       bigint,
    primary key (incident, number)
);
create index incident_text_by_turn on search.incident_text (turn);
create index incident_text_without_turn on search.incident_text (indexed_at) where turn is null;

-- what was there before alerts told of incidents is not news
insert into search.incident_text (incident, number, passages, indexed_at, turn)
select incident, 0, 1, noted_at, 0 from search.incident;
insert into search.incident_text (incident, number, passages, indexed_at, turn)
select t.incident_id, t.number, t.passages, t.read_at, 0
  from review.incident_text t join search.incident i on i.incident = t.incident_id
 where t.ending = 'READ';

-- Whose it is: what a notice told is shown to nobody who may not read that contract any more. Unknown for a version that is gone.
alter table search.alert_hit add column contract uuid;
update search.alert_hit h set contract = v.contract from search.version v where v.version::text = left(h.clause, 36);

grant select, insert, update (passages, turn) on search.incident_text to ${app_role};
