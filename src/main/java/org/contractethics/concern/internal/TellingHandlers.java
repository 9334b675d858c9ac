package org.contractethics.concern.internal;

import java.util.Set;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.Notice;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * Tells those who may handle a concern that there is something to do. Every notice says the same and links to the list: no
 * number, no topic, no contract. A filer gets no notice at all: it would put their name beside a concern.
 */
@Component
class TellingHandlers {

    private final ConcernStore concerns;
    private final ConcernRights rights;
    private final ApplicationEventPublisher events;

    TellingHandlers(ConcernStore concerns, ConcernRights rights, ApplicationEventPublisher events) {
        this.concerns = concerns;
        this.rights = rights;
        this.events = events;
    }

    /** @param arrived whether it is new; otherwise its filer added something */
    record ConcernNews(ConcernId concern, boolean arrived) {}

    // after the commit and with retry: who may handle it is asked of the people directory, which may be down
    @ApplicationModuleListener
    void on(ConcernNews news) {
        concerns.find(news.concern()).map(rights::handlers).map(Set::copyOf).ifPresent(handlers -> {
            String text = news.arrived()
                    ? "A concern was filed. It has to be acknowledged within 7 days and answered within 3 months."
                    : "Something was added to a concern.";
            events.publishEvent(new Notice(handlers, Set.of(), "News among the concerns", text, "/concerns"));
        });
    }
}
