package org.contractethics.record.trail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.contractethics.record.trail.RecentViews.View;
import org.junit.jupiter.api.Test;

/** Parts of an open page are the same read; of a page that nobody opened they are a read of their own. */
class RecentViewsTests {

    private static final View DANAS = new View("dana.whitfield", AccessKind.CASE, "1", null);

    private Instant now = Instant.parse("2026-11-26T10:00:00Z");
    private final RecentViews views = new RecentViews(new Hands());

    @Test
    void a_page_is_open_for_whoever_opened_it_and_for_nobody_else() {
        views.remember(DANAS);

        assertThat(views.isOpen(DANAS)).isTrue();
        assertThat(views.isOpen(new View("helen.okafor", AccessKind.CASE, "1", null)))
                .isFalse();
        assertThat(views.isOpen(new View("dana.whitfield", AccessKind.CASE, "2", null)))
                .isFalse();
        assertThat(views.isOpen(new View("dana.whitfield", AccessKind.DOCUMENT, "1", null)))
                .isFalse();
    }

    @Test
    void it_stays_open_as_long_as_it_asks_for_parts_of_itself() {
        views.remember(DANAS);
        for (int i = 0; i < 3; i++) {
            now = now.plus(RecentViews.OPEN).minusSeconds(1);
            assertThat(views.isOpen(DANAS)).isTrue();
        }

        now = now.plus(RecentViews.OPEN);

        assertThat(views.isOpen(DANAS)).isFalse();
    }

    @Test
    void what_was_refused_was_never_open() {
        views.remember(DANAS);
        views.forget(DANAS);

        assertThat(views.isOpen(DANAS)).isFalse();
    }

    private final class Hands extends Clock {

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
