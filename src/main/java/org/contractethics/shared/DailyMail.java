package org.contractethics.shared;

import java.time.Instant;

/**
 * A mail that goes to one person at a fixed hour, whether or not there is anything new, and always says the same. Publish it as an
 * application event; it is sent after the transaction committed, and tried again while the mail server is not reached, for
 * a day at most: the next one says the same.
 *
 * @param username account name of the person
 * @param dueAt when it is due: the mail is dated by it, however long it was tried
 * @param title subject of the mail
 * @param link path inside the application, beginning with a slash
 */
public record DailyMail(String username, Instant dueAt, String title, String link) {

    public DailyMail {
        if (!link.startsWith("/")) {
            throw new IllegalArgumentException("a mail links to a path of the application, not to " + link);
        }
    }
}
