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
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A person's own notices: list, open, mark as read, choose whether to be mailed. */
@Controller
class NoticePages {

    private static final int PAGE_SIZE = 25;

    private final PersonalNotices notices;
    private final List<NewsForPerson> unkept;
    private final List<NoticesShownNow> shownNow;
    private final List<SubjectsOfNotices> subjects;
    private final Clock clock;

    NoticePages(
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

    @GetMapping("/notices")
    String list(@RequestParam(defaultValue = "1") int page, Actor actor, Model model) {
        int total = notices.count(actor.username());
        int pages = Pager.pages(total, PAGE_SIZE);
        int current = Math.min(Math.max(page, 1), pages);
        List<PersonalNotice> shown = asTheyMayBeShown(actor, (current - 1) * PAGE_SIZE);
        model.addAttribute("notices", shown);
        model.addAttribute("subjects", subjects(shown, actor));
        model.addAttribute("unread", notices.countUnread(actor.username()));
        model.addAttribute("news", news(actor));
        model.addAttribute("daily", notices.wantsDailyMail(actor.username()));
        model.addAttribute("total", total);
        model.addAttribute("current", current);
        model.addAttribute("pages", pages);
        model.addAttribute("mail", notices.wantsMail(actor.username()));
        return "notification/notices";
    }

    /** The number beside "Notices" in the navigation. */
    @GetMapping("/notices/count")
    String count(Actor actor, Model model) {
        model.addAttribute(
                "unread", notices.countUnread(actor.username()) + news(actor).size());
        return "notification/count :: count";
    }

    /** Opens what the notice is about and marks it as read. */
    @Transactional
    @GetMapping("/notices/{id}")
    String open(@PathVariable UUID id, Actor actor) {
        PersonalNotice notice = notices.find(id, actor.username())
                .orElseThrow(() -> Refused.notFound("There is no such notice among yours."));
        notices.markRead(id, actor.username(), clock.instant());
        return "redirect:" + notice.link();
    }

    @PostMapping("/notices/read")
    String markAllRead(Actor actor) {
        notices.markAllRead(actor.username(), clock.instant());
        return "redirect:/notices";
    }

    @PostMapping("/notices/mail")
    String chooseMail(@RequestParam(defaultValue = "false") boolean mail, Actor actor) {
        notices.chooseMail(actor.username(), mail);
        return "redirect:/notices";
    }

    @PostMapping("/notices/daily")
    String chooseDailyMail(@RequestParam(defaultValue = "false") boolean daily, Actor actor) {
        notices.chooseDailyMail(actor.username(), daily);
        return "redirect:/notices";
    }

    /** What was delivered may tell of what the person may not read any more. */
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

    /** What is new and kept nowhere beside a name. */
    private List<News> news(Actor actor) {
        return unkept.stream().flatMap(one -> one.newsFor(actor).stream()).toList();
    }
}
