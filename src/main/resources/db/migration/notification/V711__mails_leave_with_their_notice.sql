-- The mails of a notice were an event of their own. What of them was not delivered leaves with the notice now: it is delivered once
-- more, which tells nobody in the application again and mails whoever still waits.
update events.event_publication notice set completion_date = null, status = 'FAILED'
from events.event_publication mails
where mails.event_type = 'org.contractethics.notification.internal.DeliveringNotices$MailsDue'
    and mails.completion_date is null
    and notice.event_type = 'org.contractethics.shared.Notice'
    and notice.serialized_event::jsonb ->> 'id' = mails.serialized_event::jsonb ->> 'source';

-- Nothing listens to these any more, and none of them could be read.
delete from events.event_publication
where event_type = 'org.contractethics.notification.internal.DeliveringNotices$MailsDue';
