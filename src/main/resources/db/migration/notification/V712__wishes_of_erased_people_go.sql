-- Whoever is erased leaves no row that says whether they wanted mail.
grant delete on notification.preference to ${app_role};
