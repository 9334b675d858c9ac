-- Without them the database takes any words for rare ones, and fetches and sorts every task where they stand in one of ten.
create statistics workflow.inbox_item_words on (contract_title || ' ' || contract_reference || ' ' || agency)
    from workflow.inbox_item;
analyze workflow.inbox_item;
