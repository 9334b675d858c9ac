package org.contractethics.screening.internal;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.contractethics.screening.internal.lists.ListEntry;
import org.contractethics.screening.internal.matching.Band;
import org.contractethics.screening.internal.matching.TokenEvidence;
import org.contractethics.shared.ContractId;
import org.jspecify.annotations.Nullable;

/**
 * A named party whose name is near one of a list, with the evidence that stands and what was said of it.
 *
 * @param evidence number of the evidence that stands
 * @param listStatedOn the day of the list in which the evidence was seen first
 * @param two whether it takes two people to clear it
 * @param answers in the order in which they were given; the last one stands
 */
public record Hit(
        UUID id,
        ContractId contract,
        PartyRole role,
        String party,
        String list,
        int listVersion,
        String listHash,
        LocalDate listStatedOn,
        ListEntry entry,
        String entryHash,
        int evidence,
        String matchedName,
        double score,
        double adjustment,
        Band band,
        List<TokenEvidence> tokens,
        List<String> qualifiers,
        Instant openedAt,
        Instant seenAt,
        HitState state,
        boolean two,
        @Nullable String closedWhy,
        List<Answer> answers) {

    public Hit {
        tokens = List.copyOf(tokens);
        qualifiers = List.copyOf(qualifiers);
        answers = List.copyOf(answers);
    }

    /** Cleared until a day, or confirmed. */
    public enum Verdict {
        CLEARED("Cleared"),
        CONFIRMED("Confirmed");

        private final String label;

        Verdict(String label) {
            this.label = label;
        }

        /** The words shown on screen. */
        public String label() {
            return label;
        }
    }

    /** @param evidence number of the evidence it is about */
    @Schema(name = "ScreeningAnswer")
    public record Answer(
            int number,
            Verdict verdict,
            int evidence,
            String reason,
            @Nullable LocalDate endsOn,
            String by,
            Instant at,
            @Nullable Approval approval) {}

    /** What a second person said of a clearance. */
    @Schema(name = "ScreeningApproval")
    public record Approval(boolean approved, String reason, String by, Instant at) {}

    /** Number of the last answer; 0 where there is none. */
    public int seen() {
        return answers.isEmpty() ? 0 : answers.get(answers.size() - 1).number();
    }

    /** Whether a triage may not deny sanctions because of it. */
    public boolean bars() {
        return two && state.stands();
    }

    Hit with(List<Answer> given) {
        return new Hit(
                id,
                contract,
                role,
                party,
                list,
                listVersion,
                listHash,
                listStatedOn,
                entry,
                entryHash,
                evidence,
                matchedName,
                score,
                adjustment,
                band,
                tokens,
                qualifiers,
                openedAt,
                seenAt,
                state,
                two,
                closedWhy,
                given);
    }
}
