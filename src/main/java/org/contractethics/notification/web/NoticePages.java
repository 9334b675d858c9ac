package org.contractethics.notification.web;

import java.time.Clock;
import java.util.UUID;
import org.contractethics.notification.internal.PersonalNotices;
import org.contractethics.shared.Actor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A person's own notices: list, open, mark as read, choose whether to be mailed. */
@Controller
class NoticePages {

    private final PersonalNotices notices;
    private final OwnNotices own;
    private final Clock clock;

    NoticePages(PersonalNotices notices, OwnNotices own, Clock clock) {
        this.notices = notices;
        this.own = own;
        this.clock = clock;
    }

    @GetMapping("/notices")
    String list(@RequestParam(defaultValue = "1") int page, Actor actor, Model model) {
        OwnNotices.Shown shown = own.page(actor, page);
        model.addAttribute("notices", shown.notices());
        model.addAttribute("subjects", shown.subjects());
        model.addAttribute("unread", notices.countUnread(actor.username()));
        model.addAttribute("news", own.news(actor));
        model.addAttribute("daily", notices.wantsDailyMail(actor.username()));
        model.addAttribute("total", shown.total());
        model.addAttribute("current", shown.number());
        model.addAttribute("pages", shown.pages());
        model.addAttribute("mail", notices.wantsMail(actor.username()));
        return "notification/notices";
    }

    /** The number beside "Notices" in the navigation. */
    @GetMapping("/notices/count")
    String count(Actor actor, Model model) {
        model.addAttribute(
                "unread",
                notices.countUnread(actor.username()) + own.news(actor).size());
        return "notification/count :: count";
    }

    /** Opens what the notice is about and marks it as read. */
    @GetMapping("/notices/{id}")
    String open(@PathVariable UUID id, Actor actor) {
        return "redirect:" + own.read(id, actor).link();
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
}
