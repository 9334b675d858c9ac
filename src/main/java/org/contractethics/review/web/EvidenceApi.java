package org.contractethics.review.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.review.internal.Rows;
import org.contractethics.review.internal.advice.AdviceOfReview;
import org.contractethics.review.internal.evidence.Consultation.Account;
import org.contractethics.review.internal.evidence.Consultations;
import org.contractethics.review.internal.evidence.Source;
import org.contractethics.review.internal.evidence.SourceList;
import org.contractethics.review.internal.precedent.Precedent;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ReviewId;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reads what a review rests on; answered only to those who take part in it. */
@RestController
@RequestMapping("/api/reviews/{reviewId}")
@Tag(name = "Evidence", description = "Sources, consultations, advice and precedents of a review")
class EvidenceApi {

    private final EvidenceFrame frame;
    private final SourceList sources;
    private final Consultations consultations;
    private final AdviceOfReview advice;
    private final BesideForms besideForms;
    private final PeopleDirectory people;

    EvidenceApi(
            EvidenceFrame frame,
            SourceList sources,
            Consultations consultations,
            AdviceOfReview advice,
            BesideForms besideForms,
            PeopleDirectory people) {
        this.frame = frame;
        this.sources = sources;
        this.consultations = consultations;
        this.advice = advice;
        this.besideForms = besideForms;
        this.people = people;
    }

    /**
     * @param grade by the Admiralty system, for example B2
     * @param correctedBy number of the source that replaced this one; null while it stands
     */
    record SourceDocument(
            int number,
            String title,
            String publisher,
            @Nullable String kind,
            String location,
            @Nullable LocalDate publishedOn,
            String grade,
            boolean independent,
            @Nullable Integer correctedBy,
            Instant addedAt) {}

    record ConsultationDocument(
            int number,
            @Nullable String kind,
            String consulted,
            String credibility,
            @Nullable LocalDate heldOn,
            @Nullable String manner,
            String said,
            String changed,
            Instant loggedAt) {}

    /**
     * @param standing what it was changed from on appeal, and whether it lapsed or was sent back since, in words
     * @param similar why it is similar, in words
     */
    record PrecedentDocument(
            String review,
            String contract,
            String name,
            String outcome,
            List<String> standing,
            String tier,
            String reasons,
            List<String> rights,
            Instant decidedAt,
            List<String> similar,
            int weight) {}

    @Operation(summary = "The sources of a review")
    @GetMapping("/sources")
    List<SourceDocument> sources(@PathVariable ReviewId reviewId, Actor viewer) {
        return sources.of(frame.readable(reviewId, viewer).id()).stream()
                .map(EvidenceApi::document)
                .toList();
    }

    @Operation(summary = "The consultation log of a review")
    @GetMapping("/consultations")
    List<ConsultationDocument> consultations(@PathVariable ReviewId reviewId, Actor viewer) {
        return consultations.of(frame.readable(reviewId, viewer).id()).stream()
                .map(entry -> document(entry.number(), entry.account(), entry.loggedAt()))
                .toList();
    }

    @Operation(summary = "The advice on each element, by author, with earlier versions")
    @GetMapping("/advice")
    List<AdviceView.OfElement> advice(@PathVariable ReviewId reviewId, Actor viewer) {
        return AdviceView.of(advice.get(frame.readable(reviewId, viewer), viewer), viewer, people)
                .elements();
    }

    @Operation(summary = "Similar decisions of the past, the most similar first")
    @GetMapping("/precedents")
    List<PrecedentDocument> precedents(@PathVariable ReviewId reviewId, Actor viewer) {
        return besideForms
                .of(frame.readable(reviewId, viewer), viewer)
                .map(Beside::precedents)
                .orElse(List.of())
                .stream()
                .map(EvidenceApi::document)
                .toList();
    }

    private static PrecedentDocument document(Precedent precedent) {
        return new PrecedentDocument(
                precedent.review().toString(),
                precedent.contractId().toString(),
                precedent.contract(),
                precedent.outcome(),
                precedent.standing(),
                precedent.tier(),
                precedent.reasons(),
                precedent.rights(),
                precedent.decidedAt(),
                precedent.similar(),
                precedent.weight());
    }

    private static SourceDocument document(Source source) {
        Source.Description described = source.described();
        return new SourceDocument(
                source.number(),
                described.title(),
                described.publisher(),
                Rows.name(described.kind()),
                described.location(),
                described.publishedOn(),
                source.grade(),
                described.independent(),
                source.correctedBy(),
                source.addedAt());
    }

    private static ConsultationDocument document(int number, Account account, Instant loggedAt) {
        return new ConsultationDocument(
                number,
                Objects.requireNonNull(account.kind()).name(),
                account.consulted(),
                account.credibility(),
                account.heldOn(),
                Rows.name(account.manner()),
                account.said(),
                account.changed(),
                loggedAt);
    }
}
