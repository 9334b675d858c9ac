package org.contractethics.review.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.contractethics.policy.Policy;
import org.contractethics.policy.Safeguards.GapWeight;
import org.contractethics.policy.Safeguards.Safeguard;
import org.contractethics.policy.Safeguards.SafeguardGap;
import org.contractethics.policy.Safeguards.SafeguardGaps;
import org.contractethics.policy.Safeguards.SafeguardState;
import org.contractethics.review.internal.PolicyOfReview;
import org.contractethics.review.internal.ReviewCase;
import org.contractethics.review.internal.SafeguardProposals;
import org.contractethics.review.internal.SafeguardProposals.Proposal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** One question for each safeguard of the catalogue, those that would block this review first. */
@Component
class SafeguardFields {

    private static final String PREFIX = "safeguard-";
    private static final String REASON = "-reason";
    private static final Map<String, String> STATES = Field.choices(
            "",
            "Not checked",
            SafeguardState.PRESENT.name(),
            SafeguardState.PRESENT.label(),
            SafeguardState.ABSENT.name(),
            SafeguardState.ABSENT.label(),
            SafeguardState.PROMISED.name(),
            SafeguardState.PROMISED.label(),
            SafeguardState.REFUSED.name(),
            SafeguardState.REFUSED.label());

    private final PolicyOfReview policies;
    private final Policy policy;
    private final SafeguardProposals proposals;

    SafeguardFields(PolicyOfReview policies, Policy policy, SafeguardProposals proposals) {
        this.policies = policies;
        this.policy = policy;
        this.proposals = proposals;
    }

    /** The words for a code; codes never disappear from the catalogue. */
    String name(String code) {
        return policy.safeguards().stream()
                .filter(safeguard -> safeguard.code().equals(code))
                .map(Safeguard::label)
                .findFirst()
                .orElse(code);
    }

    /** What was found, in words to the safeguards of which it is true, in the order of the catalogue. */
    Map<String, String> byState(Map<String, SafeguardState> states) {
        return policy.safeguards().stream()
                .collect(Collectors.groupingBy(
                        safeguard -> words(states.get(safeguard.code())),
                        LinkedHashMap::new,
                        Collectors.mapping(Safeguard::label, Collectors.joining("; "))));
    }

    private static String words(@Nullable SafeguardState state) {
        return state == null ? "not checked" : state.label().toLowerCase(Locale.ROOT);
    }

    List<Section> sections(ReviewCase review) {
        Map<String, GapWeight> weights = weights(review);
        List<Safeguard> all = policies.of(review).safeguards();
        Map<String, Proposal> proposed = proposals.of(review, all);
        Map<GapWeight, List<Field>> fields = all.stream()
                .collect(Collectors.groupingBy(
                        safeguard -> weights.getOrDefault(safeguard.code(), GapWeight.BLOCKING),
                        Collectors.flatMapping(
                                safeguard -> fields(review, safeguard, proposed.get(safeguard.code())),
                                Collectors.toList())));
        return List.of(
                Section.of(
                        "Safeguards without which nothing is approved",
                        "One that is missing blocks an approval in this tier. One that was not checked leaves nothing but the return.",
                        fields.getOrDefault(GapWeight.BLOCKING, List.of())),
                Section.of(
                        "Safeguards that are reported",
                        "One that is missing is shown to those who vote, and stops nothing.",
                        fields.getOrDefault(GapWeight.REPORTED, List.of())));
    }

    /** What each would weigh if it were missing. */
    private Map<String, GapWeight> weights(ReviewCase review) {
        Policy version = policies.of(review);
        SafeguardGaps gaps = version.safeguardGaps(
                review.confirmedTier(),
                version.safeguards().stream()
                        .collect(Collectors.toMap(Safeguard::code, safeguard -> SafeguardState.ABSENT)));
        return gaps.rows().stream().collect(Collectors.toMap(SafeguardGap::safeguard, SafeguardGap::weight));
    }

    Map<String, SafeguardState> states(ReviewCase review, FormValues values) {
        Map<String, SafeguardState> states = new LinkedHashMap<>();
        for (Safeguard safeguard : policies.of(review).safeguards()) {
            SafeguardState state = values.constant(PREFIX + safeguard.code(), SafeguardState.class);
            if (state != null) {
                states.put(safeguard.code(), state);
            }
        }
        return states;
    }

    /** The clause that was named for an answer that no finding shows, or what was promised. */
    Map<String, String> reasons(ReviewCase review, FormValues values) {
        Map<String, String> reasons = new LinkedHashMap<>();
        for (Safeguard safeguard : policies.of(review).safeguards()) {
            String reason = values.text(PREFIX + safeguard.code() + REASON);
            if (!reason.isEmpty()) {
                reasons.put(safeguard.code(), reason);
            }
        }
        return reasons;
    }

    private static Stream<Field> fields(ReviewCase review, Safeguard safeguard, @Nullable Proposal proposal) {
        String id = PREFIX + safeguard.code();
        Field answer = Field.select(id, safeguard.label(), STATES, null, true);
        Field noted = proposal == null ? answer : answer.noting(FindingNotes.of(review.contract(), proposal));
        return Stream.of(
                noted,
                Field.text(
                        id + REASON,
                        safeguard.label() + ": clause that holds it, or what was promised",
                        "Needed where it is in the contract although the findings do not show it: number or heading of a clause of the documents, for example 4.2. Where it was promised: what, and by whom.",
                        false));
    }
}
