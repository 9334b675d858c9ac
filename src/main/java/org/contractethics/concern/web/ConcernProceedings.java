package org.contractethics.concern.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.contractethics.concern.internal.FindingResult;
import org.contractethics.concern.internal.FindingsOfConcerns.Finding;
import org.contractethics.concern.internal.appeal.AppealResult;
import org.contractethics.concern.internal.appeal.ReadingAppeals.Appeal;
import org.contractethics.concern.internal.appeal.ReadingAppeals.Ruling;
import org.contractethics.concern.internal.investigation.ReadingFindings.OnAllegation;
import org.contractethics.concern.internal.investigation.ReadingFindings.Version;
import org.contractethics.concern.internal.investigation.Source;
import org.contractethics.concern.internal.meeting.MeetingAct;
import org.contractethics.concern.internal.meeting.Meetings.Done;
import org.contractethics.concern.internal.opening.OpeningGround;
import org.contractethics.concern.internal.opening.OpeningKind;
import org.contractethics.concern.internal.opening.ReadingOpenings.Shown;
import org.contractethics.concern.internal.opening.ReadingOpenings.State;
import org.contractethics.concern.internal.retaliation.AdverseActKind;
import org.contractethics.concern.internal.retaliation.WatchingRetaliation.Told;
import org.contractethics.concern.internal.retaliation.WatchingRetaliation.Watch;
import org.contractethics.concern.internal.retention.HoldingForLaw.Hold;
import org.contractethics.concern.web.TieAnswers.TieLine;
import org.contractethics.shared.ConcernMeasures.Measure;
import org.contractethics.shared.ConcernMeasures.Taken;
import org.jspecify.annotations.Nullable;

/**
 * What was done about a concern besides its dialogue.
 *
 * @param appealUntil the last day on which its filer can appeal against the answer; null while there is none
 * @param findings for those who handle it, each allegation with its versions, the newest first; for its filer none
 * @param answerRestsOn the findings as they stood when it was answered
 * @param measures what was done about contracts because of it
 * @param ties contracts that those who handle it found it to be about; for its filer none
 * @param legalHold what keeps it longer; null where nothing does
 * @param watch whether anything happened to its filer because of it
 * @param mayPublishOutcome whether the caller can publish what came of it now
 */
@Schema(name = "ConcernProceedings")
record ConcernProceedings(
        List<MeetingLine> meetings,
        @Nullable LocalDate appealUntil,
        @Nullable AppealDocument appeal,
        List<FindingDocument> findings,
        List<CitedFinding> answerRestsOn,
        List<MeasureLine> measures,
        List<TieLine> ties,
        @Nullable LegalHold legalHold,
        List<OpeningDocument> openings,
        @Nullable WatchDocument watch,
        boolean mayPublishOutcome) {

    /** @param by name of the officer; null for the filer */
    @Schema(name = "ConcernMeeting")
    record MeetingLine(MeetingAct act, @Nullable String by, String said, LocalDate on) {

        static MeetingLine of(Done done) {
            return new MeetingLine(done.act(), done.by(), done.said(), done.on());
        }
    }

    @Schema(name = "ConcernAppeal")
    record AppealDocument(String reasons, LocalDate filedOn, LocalDate decideBy, @Nullable RulingDocument ruling) {

        static AppealDocument of(Appeal appeal) {
            Ruling ruling = appeal.ruling();
            return new AppealDocument(
                    appeal.reasons(),
                    appeal.filedOn(),
                    appeal.decideBy(),
                    ruling == null ? null : RulingDocument.of(ruling));
        }
    }

    @Schema(name = "ConcernAppealRuling")
    record RulingDocument(AppealResult result, String reasons, String effect, String ruledBy, LocalDate ruledOn) {

        static RulingDocument of(Ruling ruling) {
            return new RulingDocument(
                    ruling.result(), ruling.reasons(), ruling.effect(), ruling.ruledBy(), ruling.ruledOn());
        }
    }

    @Schema(name = "ConcernFinding")
    record FindingDocument(int allegation, List<FindingVersion> versions) {

        static FindingDocument of(OnAllegation found) {
            List<FindingVersion> versions = new ArrayList<>();
            versions.add(FindingVersion.of(found.last()));
            found.earlier().forEach(version -> versions.add(FindingVersion.of(version)));
            return new FindingDocument(found.last().finding().allegation(), versions);
        }
    }

    /** @param by name of whoever recorded it */
    @Schema(name = "ConcernFindingVersion")
    record FindingVersion(
            int version,
            String claim,
            FindingResult result,
            String facts,
            List<SourceLine> sources,
            String by,
            LocalDate recordedOn) {

        static FindingVersion of(Version version) {
            Finding finding = version.finding();
            return new FindingVersion(
                    finding.version(),
                    finding.claim(),
                    finding.result(),
                    finding.facts(),
                    version.sources().stream().map(SourceLine::of).toList(),
                    version.by(),
                    version.recordedOn());
        }
    }

    @Schema(name = "ConcernFindingSource")
    record SourceLine(String what, LocalDate day, Source.Reliability reliability) {

        static SourceLine of(Source source) {
            return new SourceLine(source.what(), source.day(), source.reliability());
        }
    }

    @Schema(name = "ConcernCitedFinding")
    record CitedFinding(int allegation, int version, String claim, FindingResult result, String facts) {

        static CitedFinding of(Finding finding) {
            return new CitedFinding(
                    finding.allegation(), finding.version(), finding.claim(), finding.result(), finding.facts());
        }
    }

    /**
     * @param contract on which, for those who handle a concern that is about more than one; else null
     * @param words for measures that were asked for and did not begin they say so
     */
    @Schema(name = "ConcernMeasure")
    record MeasureLine(
            Measure measure,
            String words,
            @Nullable UUID contract,
            String because,
            LocalDate takenOn,
            @Nullable LocalDate endedOn,
            @Nullable String endedBecause) {

        static MeasureLine of(Taken taken, boolean named) {
            var end = taken.end();
            return new MeasureLine(
                    taken.measure(),
                    taken.words(),
                    named ? taken.contract().value() : null,
                    taken.because(),
                    taken.takenOn(),
                    end == null ? null : end.endedOn(),
                    end == null ? null : end.because());
        }
    }

    @Schema(name = "ConcernLegalHold")
    record LegalHold(String reason, LocalDate askedOn, boolean confirmed) {

        static LegalHold of(Hold hold) {
            return new LegalHold(hold.reason(), hold.askedOn(), hold.confirmedBy() != null);
        }
    }

    /**
     * @param file number of the file; null for the name of the filer
     * @param mine whether the caller asked
     * @param confirmedBy name of the second person; null without one
     * @param uses each day on which it was shown, as often as it was
     */
    @Schema(name = "ConcernOpening")
    record OpeningDocument(
            UUID id,
            OpeningKind kind,
            @Nullable Integer file,
            OpeningGround ground,
            String reason,
            String basis,
            String askedBy,
            boolean mine,
            LocalDate askedOn,
            @Nullable String confirmedBy,
            @Nullable LocalDate grantedOn,
            @Nullable LocalDate lastDay,
            State state,
            List<LocalDate> uses) {

        static OpeningDocument of(Shown shown) {
            return new OpeningDocument(
                    shown.id(),
                    shown.kind(),
                    shown.file(),
                    shown.ground(),
                    shown.reason(),
                    shown.basis(),
                    shown.askedBy(),
                    shown.mine(),
                    shown.askedOn(),
                    shown.confirmedBy(),
                    shown.grantedOn(),
                    shown.lastDay(),
                    shown.state(),
                    shown.uses());
        }
    }

    /**
     * @param askedAfter days after the filing of the question that is due; null where none is, and for those who handle the concern
     * @param next day of the next question; null after the last, and for those who handle the concern
     */
    @Schema(name = "RetaliationWatch")
    record WatchDocument(@Nullable Integer askedAfter, @Nullable LocalDate next, List<ToldLine> told) {

        static WatchDocument of(Watch watch, boolean handling) {
            return new WatchDocument(
                    handling ? null : watch.askedAfter(),
                    handling ? null : watch.next(),
                    watch.told().stream().map(ToldLine::of).toList());
        }
    }

    /**
     * @param ownCase the concern that it was made
     * @param kind null, as the day is, for those who handle a confidential concern: what happened could name its filer
     */
    @Schema(name = "AdverseAct")
    record ToldLine(
            UUID ownCase, @Nullable AdverseActKind kind, @Nullable LocalDate happenedOn, List<PeriodLine> periods) {

        static ToldLine of(Told told) {
            return new ToldLine(
                    told.ownCase().value(),
                    told.kind(),
                    told.happenedOn(),
                    told.periods().stream()
                            .map(period -> new PeriodLine(period.label(), period.lastDay()))
                            .toList());
        }
    }

    /** A period of the law in which to complain to an authority. */
    @Schema(name = "StatutoryPeriod")
    record PeriodLine(String label, LocalDate lastDay) {}
}
