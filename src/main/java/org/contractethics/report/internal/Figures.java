package org.contractethics.report.internal;

import java.util.EnumMap;
import java.util.Map;

/** How each figure is counted. */
final class Figures {

    private static final Map<Figure, Counting> COUNTING = new EnumMap<>(Map.ofEntries(
            Map.entry(Figure.CONTRACTS, ContractFigures::contracts),
            Map.entry(Figure.REVIEWS_RECEIVED, ReviewFigures::received),
            Map.entry(Figure.DECISIONS, ReviewFigures::decisions),
            Map.entry(Figure.DECIDED_SHARE, ReviewFigures::decidedShare),
            Map.entry(Figure.TIME_TO_DECISION, ReviewFigures::timeToDecision),
            Map.entry(Figure.STAGE_TIMES, ReviewFigures::stageTimes),
            Map.entry(Figure.OVERDUE, ReviewFigures::overdue),
            Map.entry(Figure.OPEN_CONDITIONS, ContractFigures::openConditions),
            Map.entry(Figure.CONDITIONS_CLOSED, ContractFigures::closedConditions),
            Map.entry(Figure.HOLDS, ContractFigures::holds),
            Map.entry(Figure.RECUSALS, ReviewFigures::recusals),
            Map.entry(Figure.DISSENTS, ReviewFigures::dissents),
            Map.entry(Figure.APPEALS, ReviewFigures::appeals),
            Map.entry(Figure.SIGNED, ContractFigures::signed),
            Map.entry(Figure.SIGNED_WITHOUT_DECISION, ContractFigures::signedWithoutDecision),
            Map.entry(Figure.INCIDENTS, EffectivenessFigures::incidents),
            Map.entry(Figure.FALSE_NEGATIVES, EffectivenessFigures::falseNegatives),
            Map.entry(Figure.SIGNAL_TO_RESTRICTION, EffectivenessFigures::signalToRestriction),
            Map.entry(Figure.RETURNED_DEALS, ReturnedDeals::count),
            Map.entry(Figure.TRAINED, TrainingFigures::trained),
            Map.entry(Figure.TRUST_SURVEY, SurveyFigures::answers),
            Map.entry(Figure.SAFEGUARDS, EffectivenessFigures::safeguards),
            Map.entry(Figure.VISIBILITY, EffectivenessFigures::visibility),
            Map.entry(Figure.OVERTURNED, OverturnedFigures::count),
            Map.entry(Figure.TIME_PRESSURE, JudgementFigures::timePressure),
            Map.entry(Figure.APPROVAL_RATE, JudgementFigures::approvalRate),
            Map.entry(Figure.CRITICAL_CASES, CriticalCase::count),
            Map.entry(Figure.VALID_DECISION, CoverageFigures::validDecision),
            Map.entry(Figure.TIERS_RAISED, CoverageFigures::tiersRaised),
            Map.entry(Figure.VOTES, CoverageFigures::votes),
            Map.entry(Figure.ESCALATIONS, CoverageFigures::escalations),
            Map.entry(Figure.RIGHTS, ImpactFigures::rights),
            Map.entry(Figure.CONSULTATIONS, ImpactFigures::consultations),
            Map.entry(Figure.RE_REVIEWS, ImpactFigures::reReviews),
            Map.entry(Figure.REMEDY, ImpactFigures::remedy),
            Map.entry(Figure.AUDIT_SAMPLE, SampleFigures::sample),
            Map.entry(Figure.SAMPLE_AGREEMENT, SampleFigures::agreement),
            Map.entry(Figure.QUORUM_MISSED, CoverageFigures::quorumMissed),
            Map.entry(Figure.RESIDUAL, StandingFigures::residual),
            Map.entry(Figure.VULNERABLE, StandingFigures::vulnerable),
            Map.entry(Figure.DECISION_GAPS, StandingFigures::gaps),
            Map.entry(Figure.CONSULTED, StandingFigures::consulted),
            Map.entry(Figure.VALUE_DECIDED, StandingFigures::value),
            Map.entry(Figure.DISSENTS_UPHELD, LastingFigures::dissentsUpheld),
            Map.entry(Figure.GAPS_CLOSED, LastingFigures::gapsClosed),
            Map.entry(Figure.REOPENED, LastingFigures::reopened),
            Map.entry(Figure.DOCUMENTS, DocumentFigures::searchable),
            Map.entry(Figure.FALLS_DUE, ForecastFigures::fallsDue),
            Map.entry(Figure.RE_REVIEWS_AHEAD, ReReviewsAhead::count),
            Map.entry(Figure.VALUE_BY_AGENCY_CLASS, ValueFigures::agencyClass),
            Map.entry(Figure.VALUE_BY_COUNTRY_BAND, ValueFigures::countryBand),
            Map.entry(Figure.VALUE_BY_TIER, ValueFigures::tier),
            Map.entry(Figure.BY_AGENCY_CLASS, FacedFigures::agencyClass),
            Map.entry(Figure.BY_COUNTRY_BAND, FacedFigures::countryBand),
            Map.entry(Figure.BY_SECRECY, FacedFigures::secrecy),
            Map.entry(Figure.LETTERS, LetterFigures::reached),
            Map.entry(Figure.CONCERNS, ConcernFigures::concerns),
            Map.entry(Figure.CONCERN_SOURCES, ConcernFigures::sorted),
            Map.entry(Figure.CONCERN_TOPICS, ConcernFigures::sorted),
            Map.entry(Figure.CONCERN_ACKNOWLEDGED, ConcernFigures::sorted),
            Map.entry(Figure.CONCERN_FEEDBACK, ConcernFigures::sorted),
            Map.entry(Figure.CONCERN_CLOSED, ConcernFigures::sorted),
            Map.entry(Figure.CONCERN_EFFECTS, ConcernFigures::sorted),
            Map.entry(Figure.CONCERN_URGENCY, ConcernFigures::counted),
            Map.entry(Figure.CONCERN_MATTERS, ConcernFigures::counted),
            Map.entry(Figure.CONCERN_FINDINGS, ConcernFigures::counted),
            Map.entry(Figure.CONCERN_CAUSES, ConcernFigures::counted),
            Map.entry(Figure.CONCERN_MEETINGS, ConcernFigures::counted),
            Map.entry(Figure.CONCERN_APPEALS, ConcernFigures::counted),
            Map.entry(Figure.RETALIATION, ConcernFigures::counted)));

    private Figures() {}

    static Tally count(Figure figure, Casebook book, Scope scope) {
        Tally tally = new Tally(figure, scope.naming(book));
        Counting counting = COUNTING.get(figure);
        if (counting == null) {
            throw new IllegalStateException("nobody counts " + figure);
        }
        counting.count(book, scope, tally);
        return tally;
    }

    /** One way of counting. */
    private interface Counting {
        void count(Casebook book, Scope scope, Tally tally);
    }
}
