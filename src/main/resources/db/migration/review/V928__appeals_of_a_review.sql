-- Whether somebody ruled on an appeal is asked of every task shown: by review, not by reading all appeals.
create index appeal_of_review on review.appeal (review_id, filed_at desc);
