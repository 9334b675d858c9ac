package org.contractethics.concern.internal;

import java.util.HashSet;
import java.util.Set;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.Notice;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * Tells those who may handle a concern that there is something to do, inside the application and nowhere else: by mail they get the
 * daily digest, which says nothing. Every notice says the same and links to the list: no number, no topic, no contract. A filer gets no
 * notice at all, which would put their name beside a concern; {@link UnseenByFilers} tells them when they look.
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
        WITHDRAWN(
                "News among the concerns",
                "The filer of a concern took it back. Nothing is to be done about it any more."),
        ADDED("News among the concerns", "Something was added to a concern."),
        APPEALED(
                "News among the concerns",
                "Somebody appealed against the answer to a concern. The list says by when it is to be decided."),
        SOON(
                "A concern is due soon",
                "A concern waits for its acknowledgement or its answer. The list says by when; its filer was told the same day."),
        RULING_SOON(
                "An appeal is due soon",
                "An appeal against the answer to a concern waits for its ruling. The list says by when it is to be decided."),
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
                .map(concern -> told(concern, news))
                .ifPresent(people -> events.publishEvent(
                        new Notice(people, Set.of(), news.title, news.text, "/concerns").inApplicationOnly()));
    }

    /** An appeal is for those who rule on it; what is overdue goes beyond those who handle it, to the board committee. */
    private Set<String> told(Concern concern, News news) {
        Set<String> people = new HashSet<>();
        boolean forThoseWhoRule = news == News.APPEALED || news == News.RULING_SOON;
        if (!forThoseWhoRule) {
            people.addAll(rights.handlers(concern));
        }
        if (forThoseWhoRule || news == News.OVERDUE) {
            people.addAll(rights.appealDeciders(concern));
        }
        return people;
    }
}
