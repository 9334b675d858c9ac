-- T4 takes the vote of an external expert (table 2.5), who has a seat of their own.
alter table review.panel_member drop constraint panel_member_seat_check;
alter table review.panel_member add constraint panel_member_seat_check
    check (seat in ('EMPLOYEE', 'LEGAL', 'OUTSIDE', 'HUMAN_RIGHTS'));
