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

    /** What there is to do about a concern. */
    enum News {
        ARRIVED(
                "News among the concerns",
                "A concern was filed. The list says by when it is to be acknowledged and answered."),
        ADDED("News among the concerns", "Something was added to a concern."),
        HANDED_ON(
                "News among the concerns",
                "A concern officer stepped back from a concern. Others have to go on with it."),
        OVERDUE("A concern is overdue", "A concern waits longer than it may. It stays open until somebody handles it.");

        private final String title;
        private final String text;

        News(String title, String text) {
            this.title = title;
            this.text = text;
        }
    }

    record ConcernNews(ConcernId concern, News news) {}

    // after the commit and with retry: who may handle it is asked of the people directory, which may be down
    @ApplicationModuleListener
    void on(ConcernNews happened) {
        News news = happened.news();
        concerns.find(happened.concern())
                .map(rights::handlers)
                .map(Set::copyOf)
                .ifPresent(handlers ->
                        events.publishEvent(new Notice(handlers, Set.of(), news.title, news.text, "/concerns")));
    }
}
