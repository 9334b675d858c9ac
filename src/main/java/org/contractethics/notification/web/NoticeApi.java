package org.contractethics.notification.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.contractethics.notification.internal.PersonalNotice;
import org.contractethics.notification.internal.PersonalNotices;
import org.contractethics.notification.web.OwnNotices.Shown;
import org.contractethics.shared.Actor;
import org.contractethics.shared.NewsForPerson.News;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The caller's own notices, mentions among them, for other programs. */
@RestController
@RequestMapping("/api/notices")
@Tag(name = "Notices", description = "What the caller should know, as on the page of their notices")
class NoticeApi {

    private final OwnNotices own;
    private final PersonalNotices notices;
    private final Clock clock;

    NoticeApi(OwnNotices own, PersonalNotices notices, Clock clock) {
        this.own = own;
        this.notices = notices;
        this.clock = clock;
    }

    /**
     * @param subject title of the contract that it is about; null where it is about none, or one that the caller may not know
     * @param link where it leads in the pages
     * @param readAt null while it is unread
     */
    @Schema(name = "Notice")
    record NoticeLine(
            UUID id,
            String title,
            @Nullable String subject,
            String text,
            String link,
            Instant createdAt,
            @Nullable Instant readAt) {

        static NoticeLine of(PersonalNotice notice, Shown shown) {
            return new NoticeLine(
                    notice.id(),
                    notice.title(),
                    shown.subjects().get(notice.reference()),
                    notice.text(),
                    notice.link(),
                    notice.createdAt(),
                    notice.readAt());
        }
    }

    /**
     * @param unread notices of all pages that were not read
     * @param news what is new to the caller and kept nowhere beside their name; it is there while it is new
     */
    @Schema(name = "Notices")
    record Page(int unread, int total, int page, int pages, List<NoticeLine> notices, List<News> news) {}

    @GetMapping
    @Operation(
            summary = "Notices of the caller",
            description = "The newest first, 25 a page; reading them here marks none as read.")
    Page list(@RequestParam(defaultValue = "1") int page, @Parameter(hidden = true) Actor actor) {
        Shown shown = own.page(actor, page);
        return new Page(
                notices.countUnread(actor.username()),
                shown.total(),
                shown.number(),
                shown.pages(),
                shown.notices().stream()
                        .map(notice -> NoticeLine.of(notice, shown))
                        .toList(),
                own.news(actor));
    }

    @PostMapping("/{noticeId}/read")
    @Operation(summary = "Mark one notice as read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void read(@PathVariable UUID noticeId, @Parameter(hidden = true) Actor actor) {
        own.read(noticeId, actor);
    }

    @PostMapping("/read")
    @Operation(summary = "Mark every notice as read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void readAll(@Parameter(hidden = true) Actor actor) {
        notices.markAllRead(actor.username(), clock.instant());
    }
}
