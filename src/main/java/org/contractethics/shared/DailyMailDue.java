package org.contractethics.shared;

import java.time.Instant;

/**
 * The hour of a working day has come at which mails go out that always say the same. Whoever listens sends theirs in the transaction of
 * the caller.
 *
 * @param dueAt the hour: mails are dated by it, however long they were tried
 */
public record DailyMailDue(Instant dueAt) {}
