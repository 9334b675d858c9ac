-- The table of routing asks how many people signed a letter. What it says then takes the place of what it said at the filing, and
-- nothing becomes slower by it: neither day, nor the urgency, nor the meeting.
create function concern.routed_only_sooner() returns trigger language plpgsql as $$
begin
    if old.mode <> 'COLLECTIVE' or old.status = 'ANSWERED' then
        raise exception 'only an open letter is routed anew';
    end if;
    if new.acknowledge_by > old.acknowledge_by or new.answer_by > old.answer_by or new.urgency > old.urgency
            or new.meeting_working_days > old.meeting_working_days then
        raise exception 'what a filer was told never becomes slower';
    end if;
    return new;
end $$;

create trigger concern_routed_only_sooner
    before update of acknowledge_by, answer_by, urgency, contract_action, meeting_working_days, routing_rule, policy_number
    on concern.concern
    for each row execute function concern.routed_only_sooner();

grant update (acknowledge_by, answer_by, urgency, contract_action, meeting_working_days, routing_rule, policy_number)
    on concern.concern to ${app_role};
