package org.contractethics.review.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import org.contractethics.review.internal.evidence.Source;
import org.contractethics.review.internal.evidence.Source.Description;
import org.contractethics.review.internal.followup.Incident;
import org.jspecify.annotations.Nullable;

/**
 * A source as programs describe it.
 *
 * @param reliability with {@code credibility} the Admiralty grade (NATO AJP-2.1)
 */
@Schema(name = "SourceRequest")
record SourceRequest(
        @Nullable String title,
        @Nullable String publisher,
        Source.@Nullable Kind kind,
        @Nullable String location,
        @Nullable LocalDate publishedOn,
        Incident.@Nullable Reliability reliability,
        Source.@Nullable Credibility credibility,
        boolean independent) {

    static final SourceRequest EMPTY = new SourceRequest(null, null, null, null, null, null, null, false);

    Description described() {
        return new Description(
                Sent.text(title),
                Sent.text(publisher),
                kind,
                Sent.text(location),
                publishedOn,
                reliability,
                credibility,
                independent);
    }
}
