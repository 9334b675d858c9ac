package org.contractethics.review.internal.evidence;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.contractethics.review.internal.Facts;
import org.contractethics.review.internal.ReviewCase;
import org.contractethics.review.internal.evidence.Source.Description;
import org.contractethics.review.internal.evidence.Sources.Citation;
import org.contractethics.shared.ReviewId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The list of sources of a review: each source under its number, and in the record. */
@Component
public class SourceList {

    private final Sources sources;
    private final ApplicationEventPublisher events;

    SourceList(Sources sources, ApplicationEventPublisher events) {
        this.sources = sources;
        this.events = events;
    }

    public List<Source> of(ReviewId review) {
        return sources.of(review);
    }

    public List<Sources.Use> uses(ReviewId review) {
        return sources.uses(review);
    }

    /** Those that were not corrected. */
    public List<Source> standing(ReviewId review) {
        return of(review).stream().filter(Source::stands).toList();
    }

    /**
     * Adds the source; called while the review is held, so that no two get the same number.
     *
     * @param corrects number of the source that it replaces; null for a new one
     */
    public Source add(ReviewCase review, Description described, @Nullable Integer corrects, String by, Instant at) {
        Source source = new Source(
                UUID.randomUUID(),
                review.id(),
                sources.of(review.id()).size() + 1,
                review.pass(),
                described,
                corrects,
                null,
                by,
                at);
        sources.add(source);
        events.publishEvent(fact(source, review));
        return source;
    }

    /** The source supports this claim of the research of the present pass. */
    public void cite(ReviewCase review, Source source, Supports supports, String claim, String by, Instant at) {
        sources.cite(source, new Citation(review.pass(), supports, claim, by, at));
    }

    private static Facts.Recorded fact(Source source, ReviewCase review) {
        Description described = source.described();
        return Facts.of("reviewId", review.id())
                .and("number", source.number())
                .and("title", described.title())
                .and("publisher", described.publisher())
                .and("sourceKind", described.kind())
                .and("publishedOn", described.publishedOn())
                .and("grade", source.grade())
                .and("independent", described.independent())
                .and("corrects", source.corrects())
                .recorded("source-added", review.contract(), source.addedBy(), source.addedAt());
    }
}
