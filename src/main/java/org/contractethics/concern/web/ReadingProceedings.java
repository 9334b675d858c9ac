package org.contractethics.concern.web;

import java.util.List;
import org.contractethics.concern.internal.Concern;
import org.contractethics.concern.internal.ReadingConcerns.View;
import org.contractethics.concern.internal.appeal.AppealRules;
import org.contractethics.concern.internal.appeal.ReadingAppeals;
import org.contractethics.concern.internal.investigation.ReadingFindings;
import org.contractethics.concern.internal.measure.ActingByHand;
import org.contractethics.concern.internal.measure.TyingContracts;
import org.contractethics.concern.internal.meeting.Meetings;
import org.contractethics.concern.internal.opening.ReadingOpenings;
import org.contractethics.concern.internal.outcome.PublishingOutcomes;
import org.contractethics.concern.internal.retaliation.WatchingRetaliation;
import org.contractethics.concern.internal.retention.HoldingForLaw;
import org.contractethics.concern.web.ConcernProceedings.AppealDocument;
import org.contractethics.concern.web.ConcernProceedings.CitedFinding;
import org.contractethics.concern.web.ConcernProceedings.FindingDocument;
import org.contractethics.concern.web.ConcernProceedings.LegalHold;
import org.contractethics.concern.web.ConcernProceedings.MeasureLine;
import org.contractethics.concern.web.ConcernProceedings.MeetingLine;
import org.contractethics.concern.web.ConcernProceedings.OpeningDocument;
import org.contractethics.concern.web.ConcernProceedings.WatchDocument;
import org.contractethics.concern.web.TieAnswers.TieLine;
import org.contractethics.shared.Actor;
import org.springframework.stereotype.Component;

/** Reads what was done about a concern, for somebody who has its page before them: the same, and nothing else. */
@Component
class ReadingProceedings {

    private final Meetings meetings;
    private final ReadingAppeals appeals;
    private final ReadingFindings findings;
    private final ActingByHand acting;
    private final TyingContracts tying;
    private final HoldingForLaw holding;
    private final ReadingOpenings openings;
    private final WatchingRetaliation watching;
    private final PublishingOutcomes outcomes;

    ReadingProceedings(
            Meetings meetings,
            ReadingAppeals appeals,
            ReadingFindings findings,
            ActingByHand acting,
            TyingContracts tying,
            HoldingForLaw holding,
            ReadingOpenings openings,
            WatchingRetaliation watching,
            PublishingOutcomes outcomes) {
        this.meetings = meetings;
        this.appeals = appeals;
        this.findings = findings;
        this.acting = acting;
        this.tying = tying;
        this.holding = holding;
        this.openings = openings;
        this.watching = watching;
        this.outcomes = outcomes;
    }

    ConcernProceedings of(View view, Actor viewer) {
        Concern concern = view.concern();
        boolean handling = view.handling();
        boolean withdrawn = view.withdrawnOn() != null;
        boolean severalContracts = handling && concern.contract() == null;
        return new ConcernProceedings(
                meetings.of(concern, viewer).stream().map(MeetingLine::of).toList(),
                AppealRules.until(concern).orElse(null),
                appeals.of(concern, viewer).map(AppealDocument::of).orElse(null),
                handling ? found(concern, viewer) : List.of(),
                findings.ofAnswer(concern, viewer).stream()
                        .map(CitedFinding::of)
                        .toList(),
                acting.of(concern.id()).stream()
                        .map(taken -> MeasureLine.of(taken, severalContracts))
                        .toList(),
                handling ? tying.of(concern.id()).stream().map(TieLine::of).toList() : List.of(),
                holding.of(concern.id()).map(LegalHold::of).orElse(null),
                openings.of(concern, viewer).stream().map(OpeningDocument::of).toList(),
                withdrawn ? null : WatchDocument.of(watching.of(concern, viewer), handling),
                handling && outcomes.possible(concern));
    }

    /** The version of a finding that stands now; 0 where there is none on this allegation. */
    int versionOf(int allegation, Concern concern, Actor officer) {
        return findings.all(concern, officer).stream()
                .map(found -> found.last().finding())
                .filter(last -> last.allegation() == allegation)
                .mapToInt(last -> last.version())
                .sum();
    }

    private List<FindingDocument> found(Concern concern, Actor officer) {
        return findings.all(concern, officer).stream().map(FindingDocument::of).toList();
    }
}
