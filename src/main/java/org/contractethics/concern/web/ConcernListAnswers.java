package org.contractethics.concern.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.contractethics.concern.internal.Concern;
import org.contractethics.concern.internal.ConcernMode;
import org.contractethics.concern.internal.ConcernTopic;
import org.contractethics.concern.internal.ListingConcerns;
import org.contractethics.concern.web.ConcernAnswers.ConcernContract;
import org.contractethics.shared.ConcernMatter;
import org.jspecify.annotations.Nullable;

/** What the API says of concerns in a list: what a line of it shows on the page, and nothing else. */
final class ConcernListAnswers {

    private ConcernListAnswers() {}

    /** @param contract null where the filer did not know it, or named an agency */
    @Schema(name = "ConcernLine")
    record ConcernLine(
            UUID id,
            ConcernMode mode,
            ConcernTopic topic,
            ConcernStanding status,
            @Nullable ConcernContract contract,
            @Nullable String agency,
            @Nullable ConcernMatter matter,
            LocalDate filedOn,
            LocalDate acknowledgeBy,
            LocalDate answerBy,
            boolean withdrawn) {

        static ConcernLine of(ListingConcerns.Line line) {
            Concern concern = line.concern();
            return new ConcernLine(
                    concern.id().value(),
                    concern.mode(),
                    concern.topic(),
                    ConcernStanding.of(concern.status(), line.withdrawn()),
                    ConcernContract.of(line.contract()),
                    concern.agency(),
                    concern.matter(),
                    concern.filedOn(),
                    concern.acknowledgeBy(),
                    concern.answerBy(),
                    line.withdrawn());
        }
    }

    /** One page of a list, 25 a page; {@code total} counts those of all pages. */
    @Schema(name = "ConcernLines")
    record ConcernLines(int total, int page, int pages, List<ConcernLine> concerns) {

        static ConcernLines of(ListingConcerns.Page page) {
            return new ConcernLines(
                    page.total(),
                    page.number(),
                    page.pages(),
                    page.lines().stream().map(ConcernLine::of).toList());
        }
    }
}
