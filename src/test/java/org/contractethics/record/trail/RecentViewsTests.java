package org.contractethics.record.trail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.contractethics.SettableClock;
import org.contractethics.record.trail.RecentViews.View;
import org.contractethics.record.trail.RecordedRoutes.Recorded;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Parts of an open page are the same read; of a page that nobody opened they are a read of their own. */
class RecentViewsTests {

    private static final View DANAS = view("dana.whitfield", AccessKind.CASE, "/contracts/{contractId}", "1");

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-26T10:00:00Z"));
    private final RecentViews views = new RecentViews(clock);

    @Test
    void a_page_is_open_for_whoever_opened_it_and_for_nobody_else() {
        views.remember(DANAS);

        assertThat(views.isOpen(DANAS)).isTrue();
        assertThat(views.isOpen(view("helen.okafor", AccessKind.CASE, "/contracts/{contractId}", "1")))
                .isFalse();
        assertThat(views.isOpen(view("dana.whitfield", AccessKind.CASE, "/contracts/{contractId}", "2")))
                .isFalse();
        assertThat(views.isOpen(view("dana.whitfield", AccessKind.DOCUMENT, "/contracts/{contractId}", "1")))
                .isFalse();
    }

    @Test
    void the_pages_of_one_case_are_one_view_and_of_everything_else_each_is_its_own() {
        views.remember(DANAS);
        views.remember(view("dana.whitfield", AccessKind.REPORT, "/reports/staff", null));
        views.remember(view("dana.whitfield", AccessKind.DOCUMENT, "/documents/{id}", "3"));

        assertThat(views.isOpen(view("dana.whitfield", AccessKind.CASE, "/contracts/{contractId}/documents", "1")))
                .isTrue();
        assertThat(views.isOpen(view("dana.whitfield", AccessKind.REPORT, "/reports/board", null)))
                .isFalse();
        assertThat(views.isOpen(view("dana.whitfield", AccessKind.DOCUMENT, "/documents/{id}/original", "3")))
                .isFalse();
    }

    private static View view(String username, AccessKind kind, String page, @Nullable String subject) {
        Access access = new Access(Instant.EPOCH, username, kind, subject, null, "GET", page, "SIGNED_IN", null, null);
        return View.of(new Recorded(page, kind, null), access, username);
    }

    @Test
    void it_stays_open_as_long_as_it_asks_for_parts_of_itself() {
        views.remember(DANAS);
        for (int i = 0; i < 3; i++) {
            clock.forward(RecentViews.OPEN.minusSeconds(1));
            assertThat(views.isOpen(DANAS)).isTrue();
        }

        clock.forward(RecentViews.OPEN);

        assertThat(views.isOpen(DANAS)).isFalse();
    }

    @Test
    void what_was_refused_was_never_open() {
        views.remember(DANAS);
        views.forget(DANAS);

        assertThat(views.isOpen(DANAS)).isFalse();
    }
}
