package org.contractethics.notification.web;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.contractethics.access.Pager;
import org.contractethics.notification.internal.PersonalNotice;
import org.contractethics.notification.internal.PersonalNotices;
import org.contractethics.shared.Actor;
import org.contractethics.shared.NewsForPerson;
import org.contractethics.shared.NewsForPerson.News;
import org.contractethics.shared.NoticesShownNow;
import org.contractethics.shared.Refused;
import org.contractethics.shared.SubjectsOfNotices;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A person's notices as they may be shown at this moment: what was delivered may tell of what they may not read any more. */
@Component
public class OwnNotices {

    private static final int PAGE_SIZE = 25;

    private final PersonalNotices notices;
    private final List<NewsForPerson> unkept;
    private final List<NoticesShownNow> shownNow;
    private final List<SubjectsOfNotices> subjects;
    private final Clock clock;

    OwnNotices(
            PersonalNotices notices,
            List<NewsForPerson> unkept,
            List<NoticesShownNow> shownNow,
            List<SubjectsOfNotices> subjects,
            Clock clock) {
        this.notices = notices;
        this.unkept = unkept;
        this.shownNow = shownNow;
        this.subjects = subjects;
        this.clock = clock;
    }

    /**
     * One page of them, the newest first.
     *
     * @param subjects what a reference stands for, to this person; those they may not know are left out
     * @param number of this page, from 1
     */
    record Shown(List<PersonalNotice> notices, Map<String, String> subjects, int total, int number, int pages) {}

    /** @param page the nearest one is taken where there is none of this number */
    Shown page(Actor actor, int page) {
        int total = notices.count(actor.username());
        int pages = Pager.pages(total, PAGE_SIZE);
        int number = Math.min(Math.max(page, 1), pages);
        List<PersonalNotice> shown = asTheyMayBeShown(actor, (number - 1) * PAGE_SIZE);
        return new Shown(shown, subjects(shown, actor), total, number, pages);
    }

    /**
     * Marks it as read.
     *
     * @throws Refused with 404 where it is none of theirs
     */
    @Transactional
    public PersonalNotice read(UUID id, Actor actor) {
        PersonalNotice notice = notices.find(id, actor.username())
                .orElseThrow(() -> Refused.notFound("There is no such notice among yours."));
        notices.markRead(id, actor.username(), clock.instant());
        return notice;
    }

    /** What is new and kept nowhere beside a name. */
    List<News> news(Actor actor) {
        return unkept.stream().flatMap(one -> one.newsFor(actor).stream()).toList();
    }

    private List<PersonalNotice> asTheyMayBeShown(Actor actor, int offset) {
        List<PersonalNotice> delivered = notices.of(actor.username(), PAGE_SIZE, offset);
        Set<String> links = delivered.stream().map(PersonalNotice::link).collect(Collectors.toSet());
        Map<String, String> instead = new HashMap<>();
        shownNow.forEach(one -> instead.putAll(one.insteadOf(links, actor)));
        return delivered.stream()
                .map(notice -> notice.saying(instead.getOrDefault(notice.link(), notice.text())))
                .toList();
    }

    private Map<String, String> subjects(List<PersonalNotice> shown, Actor actor) {
        Set<String> references = shown.stream().map(PersonalNotice::reference).collect(Collectors.toSet());
        Map<String, String> named = new HashMap<>();
        subjects.forEach(one -> named.putAll(one.named(references, actor)));
        return named;
    }
}
