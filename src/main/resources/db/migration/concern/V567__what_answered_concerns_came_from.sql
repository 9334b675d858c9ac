-- What a concern came from, for learning (UNGP 31 g, ISO 37002 9.1.2): a code of a closed list, named with the answer. As open as the
-- topic, because quarters are counted by it. Answers given before have none.
alter table concern.answer
    add column cause text check (cause in (
        'FACTS_UNKNOWN', 'RULE_MISSING', 'RULE_NOT_FOLLOWED', 'TERMS_WEAK', 'CONDITION_NOT_KEPT', 'CUSTOMER_CONDUCT',
        'NOT_EXPLAINED', 'NOTHING_WRONG', 'OTHER')),
    add constraint answer_names_its_cause check (cause is not null) not valid;
