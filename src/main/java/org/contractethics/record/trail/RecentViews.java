package org.contractethics.record.trail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.contractethics.record.trail.RecordedRoutes.Recorded;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What people have open at the moment. A part of a page that is loaded again, or a form sent from it, belongs to the view that was
 * recorded when the page was opened; without such a view it is recorded itself, so that no header hides a read.
 */
@Component
class RecentViews {

    /** After so long without any request for it a page counts as closed. */
    static final Duration OPEN = Duration.ofMinutes(15);

    private static final int MOST = 10_000;

    private final Clock clock;
    private final Map<View, Instant> seen = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<View, Instant> eldest) {
            return size() > MOST;
        }
    };

    RecentViews(Clock clock) {
        this.clock = clock;
    }

    /**
     * What a person has open; kept in memory only. The pages of one case are one view, because they load parts of each other; of
     * everything else each address is its own.
     */
    record View(String username, AccessKind kind, String page, @Nullable String subject, @Nullable UUID contract) {

        static View of(Recorded route, Access access, String username) {
            boolean oneCase = access.kind() == AccessKind.CASE && access.subject() != null;
            return new View(
                    username, access.kind(), oneCase ? "" : route.pattern(), access.subject(), access.contract());
        }
    }

    synchronized void remember(View view) {
        seen.put(view, clock.instant());
    }

    /** Whether it is open; if so it stays open for as long again. */
    synchronized boolean isOpen(View view) {
        Instant last = seen.get(view);
        boolean open = last != null && last.plus(OPEN).isAfter(clock.instant());
        if (open) {
            remember(view);
        }
        return open;
    }

    /** It was not shown after all. */
    synchronized void forget(View view) {
        seen.remove(view);
    }
}
