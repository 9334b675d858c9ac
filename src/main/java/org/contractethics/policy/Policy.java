package org.contractethics.policy;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The standards in force: rights, capabilities and decision tables. Every answer is a pure function of the facts given and
 * of the {@link PolicyVersion}. A missing fact is never read as harmless (H16): it raises the tier or narrows the outcomes.
 */
public interface Policy extends Safeguards, ConcernRouting, PolicyLists {

    /** The labels of these capabilities in the order of the catalogue, parted by semicolons; a code that it does not hold is left out. */
    default String capabilityLabels(Collection<String> codes) {
        return capabilities().stream()
                .filter(capability -> codes.contains(capability.code()))
                .map(Capability::label)
                .collect(Collectors.joining("; "));
    }

    /** The version these answers come from: the one in force, unless this is a version asked for by {@link #under}. */
    PolicyVersion current();

    /**
     * The same questions under one version that was recorded, in force or not. All answers come from that version alone, even
     * if another comes into force meanwhile; whoever asks several questions for one decision asks them here.
     */
    Policy under(int number);

    /**
     * Names of the files that differ between an earlier version and this one: {@code severity} for a decision table, the name with
     * its ending for catalogues and the text. Asked of the version in force.
     */
    Set<String> changedSince(int earlier);

    /** The sentence of the rule of a table; empty where this version has no such rule. */
    Optional<String> reason(String table, String rule);

    /** The 43 rights of the catalogue, by code. */
    List<HumanRight> rights();

    Optional<HumanRight> right(String code);

    /** The capability catalogue, most severe first. */
    List<Capability> capabilities();

    /** Scores the capabilities, the agency and the context, and from these the review tier (tables 2.1 to 2.5). */
    Triage triage(TriageFacts facts);

    /** Of the same facts for several agencies those of which the tables think worse; empty where there are none. */
    default Optional<TriageFacts> worst(Stream<TriageFacts> ofAgencies) {
        return ofAgencies.max(
                Comparator.comparing((TriageFacts one) -> triage(one).tier())
                        .thenComparing(one -> triage(one).agencyScore()));
    }

    /** Severity of an impact (table 2.6); a missing dimension gives {@link Severity#INCOMPLETE}. */
    Severity severity(@Nullable Integer scale, @Nullable Integer scope, @Nullable Integer irremediability);

    /** Which impact is dealt with first (UN Guiding Principle 24); what is not known comes first. */
    Priority priority(@Nullable Severity severity, @Nullable Likelihood likelihood);

    /** Which outcomes may be decided at all, by whom and by which majority (table 2.7). */
    DecisionSpace decisionSpace(DecisionFacts facts);

    /**
     * What a decision cites of a version.
     *
     * @param number counts from 1
     * @param contentHash SHA-256, lower-case hex, over all tables, catalogues and the text
     * @param effectiveFrom first day it is in force
     */
    record PolicyVersion(int number, String contentHash, LocalDate effectiveFrom) {}

    /**
     * @param code for example {@code R09}
     * @param name for example "Privacy"
     * @param udhr articles of the Universal Declaration of Human Rights, as text
     * @param instruments other treaty articles; those nobody read in the treaty are marked "unverified"
     * @param triggers capability codes that bring this right to mind by default
     * @param nonDerogable whether its core may not be suspended even in an emergency
     */
    record HumanRight(
            String code, String name, String udhr, String instruments, Set<String> triggers, boolean nonDerogable) {}

    /**
     * @param code for example {@code ENFORCEMENT_DATA_FUSION}
     * @param label the words shown on screen
     * @param score 0 to 4; 4 is prohibited or presumptively refused
     * @param source standard the score rests on
     */
    record Capability(String code, String label, int score, String source) {}

    /**
     * What is known at triage. Null means not researched, which is never low.
     *
     * @param capabilities codes of the catalogue; empty means not stated
     * @param agencyType name of the agency's class, for example {@code BORDER}
     * @param countryBand {@code LOW}, {@code MEDIUM}, {@code HIGH} or {@code CRITICAL}
     * @param agencyRecord {@code NONE}, {@code ALLEGATIONS}, {@code DOCUMENTED} or {@code SYSTEMATIC}
     * @param secret whether existence-secrecy or classified terms apply (H15: tier T3 at least)
     */
    record TriageFacts(
            Set<String> capabilities,
            @Nullable String agencyType,
            @Nullable String countryBand,
            @Nullable String agencyRecord,
            @Nullable Boolean sanctionsHit,
            @Nullable Boolean activeConflict,
            @Nullable Boolean internationalFinding,
            @Nullable Boolean vulnerableGroups,
            @Nullable Boolean informationGap,
            @Nullable Boolean collectiveConcern,
            boolean secret) {

        /** The same for an agency of another class. */
        public TriageFacts of(@Nullable String type) {
            return new TriageFacts(
                    capabilities,
                    type,
                    countryBand,
                    agencyRecord,
                    sanctionsHit,
                    activeConflict,
                    internationalFinding,
                    vulnerableGroups,
                    informationGap,
                    collectiveConcern,
                    secret);
        }

        /** The same with another answer to whether something is not known. */
        public TriageFacts lacking(@Nullable Boolean gap) {
            return new TriageFacts(
                    capabilities,
                    agencyType,
                    countryBand,
                    agencyRecord,
                    sanctionsHit,
                    activeConflict,
                    internationalFinding,
                    vulnerableGroups,
                    gap,
                    collectiveConcern,
                    secret);
        }
    }

    /**
     * @param why the row of the table in words
     * @param matched every rule that fired: table id to rule ids
     */
    record Triage(
            Tier tier,
            int capabilityRisk,
            int agencyScore,
            int contextScore,
            String contextReason,
            int decisionWorkingDays,
            int quorum,
            boolean impactAssessmentRequired,
            boolean consultationRequired,
            boolean boardRequired,
            int reviewEveryMonths,
            String why,
            Map<String, List<String>> matched) {}

    /** Review tier; T4 means presumptive refusal. */
    enum Tier {
        T1,
        T2,
        T3,
        T4
    }

    /** Severity of an adverse impact; the number of people never lowers it. */
    enum Severity {
        INCOMPLETE,
        LOW,
        MODERATE,
        SERIOUS,
        SEVERE,
        CRITICAL
    }

    /**
     * @param code {@code P1}, dealt with first, to {@code P4}
     * @param remediation whether a remediation case begins, because the impact is already occurring
     * @param reason the row in words
     */
    record Priority(String code, boolean remediation, String reason) {}

    /** How likely the impact is. */
    enum Likelihood {
        RARE,
        POSSIBLE,
        LIKELY,
        OCCURRING
    }

    /** How the company is involved (UN Guiding Principles 13). */
    enum Involvement {
        CAUSE,
        CONTRIBUTE,
        LINKED
    }

    /** How much influence the company has over the agency's use. */
    enum Leverage {
        HIGH,
        SOME,
        NONE
    }

    /** Null means not stated: then the only outcome is RETURN. */
    record DecisionFacts(
            @Nullable Boolean blockingGaps,
            @Nullable Severity residualSeverity,
            @Nullable Likelihood residualLikelihood,
            @Nullable Involvement involvement,
            @Nullable Leverage leverage) {}

    /**
     * @param allowed outcomes that may be decided; never empty
     * @param decider who decides, for example {@code PANEL} or {@code BOARD_COMMITTEE}
     * @param majority {@code UNANIMOUS}, {@code MAJORITY} or {@code TWO_THIRDS}
     * @param basis the row in words with its standard
     * @param rule id of the rule that fired
     */
    record DecisionSpace(Set<Outcome> allowed, String decider, String majority, String basis, String rule) {}

    /** What a review can decide. */
    enum Outcome {
        APPROVE("Approve"),
        CONDITIONAL("Approve with conditions"),
        REJECT("Reject"),
        RETURN("Return for clarification"),
        SUSPEND("Suspend"),
        EXIT("Exit");

        private final String label;

        Outcome(String label) {
            this.label = label;
        }

        /** The words shown on screen. */
        public String label() {
            return label;
        }

        /** Whether the contract may be signed by it. */
        public boolean approves() {
            return this == APPROVE || this == CONDITIONAL;
        }
    }
}
