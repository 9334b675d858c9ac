-- What a scan found and the scan of the same text with the set before did not; the first scan of a text finds nothing new.
create table finding.fresh (
    scan_id    bigint not null,
    finding_id uuid   not null,
    primary key (scan_id, finding_id),
    foreign key (scan_id, finding_id) references finding.seen (scan_id, finding_id)
);
create index scan_of_query_set on finding.scan (query_set);

insert into finding.fresh (scan_id, finding_id)
select s.scan_id, s.finding_id
  from finding.seen s
  join finding.scan n on n.id = s.scan_id
  join lateral (select o.id from finding.scan o
                 where o.version_id = n.version_id and o.query_set < n.query_set order by o.id desc limit 1) before on true
 where not exists (select 1 from finding.seen k where k.scan_id = before.id and k.finding_id = s.finding_id);

-- Sets whose new findings reviewers were told of: once each.
create table finding.query_set_told (
    query_set int         primary key references finding.query_set (number),
    told_at   timestamptz not null
);
insert into finding.query_set_told (query_set, told_at) select number, now() from finding.query_set;

do $$
declare name text;
begin
    foreach name in array array['fresh', 'query_set_told'] loop
        execute format('create trigger never_changes before update or delete on finding.%I
                        for each row execute function finding.refuse_change()', name);
        execute format('create trigger never_emptied before truncate on finding.%I
                        for each statement execute function finding.refuse_change()', name);
        execute format('grant select, insert on finding.%I to ${app_role}', name);
    end loop;
end $$;
