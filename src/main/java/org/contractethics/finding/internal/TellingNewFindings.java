package org.contractethics.finding.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.contractethics.finding.FindingJudges;
import org.contractethics.finding.internal.QuerySets.Version;
import org.contractethics.shared.Notice;
import org.contractethics.shared.RecurringWork;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells the reviewers of open reviews, once for each version of the query set, that it found something new in what they review. It
 * waits until all documents were scanned with it: one notice instead of one for each contract.
 */
@Component
class TellingNewFindings implements RecurringWork {

    /** A document that cannot be scanned must not silence the version for ever. */
    private static final Duration PATIENCE = Duration.ofDays(1);

    private final FreshFindings fresh;
    private final NewByVersion news;
    private final QuerySets querySets;
    private final FindingJudges judges;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    TellingNewFindings(
            FreshFindings fresh,
            NewByVersion news,
            QuerySets querySets,
            FindingJudges judges,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        this.fresh = fresh;
        this.news = news;
        this.querySets = querySets;
        this.judges = judges;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public void run() {
        Instant now = clock.instant();
        for (int number : fresh.untold()) {
            Version version = querySets.find(number).orElseThrow();
            if (version.since().plus(PATIENCE).isBefore(now) || !news.scanning(number)) {
                tell(number, judges.of(news.contracts(number)), now);
            }
        }
    }

    private void tell(int number, Set<String> people, Instant now) {
        transaction.executeWithoutResult(status -> {
            if (fresh.told(number, now) && !people.isEmpty()) {
                events.publishEvent(notice(number, people));
            }
        });
    }

    /** Names no contract: what the page shows is asked of the rights of whoever opens it. */
    private static Notice notice(int number, Set<String> people) {
        return new Notice(
                people,
                Set.of(),
                "Version " + number + " of the query set found something new",
                "It stands in documents of contracts under review. Read the clauses, then confirm, reject or correct the findings.",
                "/query-set?version=" + number + "#new-findings");
    }
}
