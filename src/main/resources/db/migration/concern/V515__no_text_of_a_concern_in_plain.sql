-- What stood here in plain was sealed by the migration before this one.
do $$
begin
    if exists (select 1 from concern.concern c where not exists (select 1 from concern.filed_words w where w.concern = c.id))
        or exists (select 1 from concern.reporter where mark is null)
        or exists (select 1 from concern.message where sealed_text is null)
        or exists (select 1 from concern.answer where num_nulls(sealed_considered, sealed_decision, sealed_article, sealed_effect,
                                                                sealed_appeal) > 0)
    then
        raise exception 'there are concerns that were not sealed';
    end if;
end $$;

alter table concern.concern drop column text, drop column rights, drop column desired_outcome;
alter table concern.reporter drop column username, alter column mark set not null;
alter table concern.message drop column text, alter column sealed_text set not null;
alter table concern.answer
    drop column considered, drop column decision, drop column article, drop column effect, drop column appeal,
    alter column sealed_considered set not null,
    alter column sealed_decision set not null,
    alter column sealed_article set not null,
    alter column sealed_effect set not null,
    alter column sealed_appeal set not null;

-- a dropped column keeps its bytes in the old rows until these are written anew
cluster concern.concern using concern_pkey;
cluster concern.reporter using reporter_pkey;
cluster concern.message using message_pkey;
cluster concern.answer using answer_pkey;
alter table concern.concern set without cluster;
alter table concern.reporter set without cluster;
alter table concern.message set without cluster;
alter table concern.answer set without cluster;
