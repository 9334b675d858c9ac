package org.contractethics.screening.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.contractethics.screening.internal.ListsInForce.Held;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.Notice;
import org.contractethics.shared.RecurringWork;
import org.contractethics.shared.Role;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Screens what is due: new contracts, those whose facts changed, all of them when a list did, and each once a week. What is due is asked
 * of the register itself, so that no contract escapes by the way it came in.
 */
@Component
class DueScreenings implements RecurringWork {

    private static final Logger log = LoggerFactory.getLogger(DueScreenings.class);
    private static final int AT_A_TIME = 300;
    private static final Duration CALENDAR = Duration.ofDays(7);

    private final ListsInForce lists;
    private final HitStore hits;
    private final ScreeningContracts screening;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DueScreenings(
            ListsInForce lists,
            HitStore hits,
            ScreeningContracts screening,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        this.lists = lists;
        this.hits = hits;
        this.screening = screening;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public void run() {
        List<Held> held = lists.all();
        if (held.stream().allMatch(one -> one.version() == null)) {
            return;
        }
        lists.keepOnly(held);
        hits.due(ListsInForce.fingerprint(held), clock.instant().minus(CALENDAR), AT_A_TIME)
                .forEach(this::screen);
        tell();
    }

    /** Whatever is wrong with this one, the next ones are screened; it is tried again with the next call. */
    private void screen(ContractId contract) {
        try {
            screening.screen(contract);
        } catch (RuntimeException e) {
            log.error("contract not screened contract={}", contract, e);
        }
    }

    /** One notice for all that are new; it names no contract, because not everybody may know of each. */
    private void tell() {
        transaction.executeWithoutResult(status -> {
            int strong = hits.tell(clock.instant());
            if (strong > 0) {
                events.publishEvent(Notice.toRoles(
                        Set.of(Role.LEGAL_REVIEWER),
                        strong == 1
                                ? "A named party is near a name on a list"
                                : strong + " named parties are near names on lists",
                        "The names are near enough to be the same. Read the evidence, then confirm or clear each hit.",
                        "/screening?band=STRONG&state=OPEN"));
            }
        });
    }
}
