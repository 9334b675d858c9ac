-- H1 and H2 hold for minutes: whoever gains by one of the cases, or stepped back from one, does not say what happened at the meeting.
create function review.refuse_minutes_by_outsider() returns trigger language plpgsql as $$
begin
    perform review.refuse_outsider(c.review_id, new.issued_by, 'issues no minutes about it (H1, H2)')
    from review.panel_meeting_case c where c.meeting_id = new.meeting_id;
    return new;
end $$;
create trigger not_by_whoever_gains before insert on review.panel_minutes
    for each row execute function review.refuse_minutes_by_outsider();
