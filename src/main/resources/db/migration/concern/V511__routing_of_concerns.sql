-- What the table of routing said when the concern was filed (table 2.9): kept, because a later version may say something else.
-- Null in concerns filed before the table was asked.
alter table concern.concern
    add column urgency              text check (urgency in ('U1', 'U2', 'U3', 'U4')),
    add column contract_action      text check (length(contract_action) between 1 and 60),
    add column meeting_working_days int check (meeting_working_days > 0),
    add column routing_rule         text check (length(routing_rule) between 1 and 60),
    add column policy_number        int check (policy_number > 0),
    add constraint routing_is_whole check (
        num_nulls(urgency, contract_action, meeting_working_days, routing_rule, policy_number) in (0, 5)),
    -- Directive (EU) 2019/1937 art. 9(1)(b) and (f)
    add constraint periods_of_the_law check (
        acknowledge_by <= filed_on + 7 and answer_by <= filed_on + interval '3 months');
