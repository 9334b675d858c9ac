package org.contractethics.screening.web;

import java.util.List;
import java.util.Locale;
import org.contractethics.screening.internal.Hit;
import org.contractethics.screening.internal.Hit.Answer;
import org.contractethics.screening.internal.HitState;
import org.contractethics.screening.internal.lists.ListedName;
import org.contractethics.screening.internal.matching.Band;
import org.contractethics.screening.internal.matching.TokenEvidence;

/**
 * A hit as its page shows it.
 *
 * @param mayAnswer whether the viewer confirms or clears it
 * @param mayApprove whether the viewer is the second person whom a clearance waits for
 */
public record HitRow(Hit hit, List<Said> said, boolean mayAnswer, boolean mayApprove) {

    public HitRow {
        said = List.copyOf(said);
    }

    /** @param approver who approved or refused a clearance; empty where nobody did */
    public record Said(Answer answer, String person, String approver) {}

    public String band() {
        return bandWords(hit.band());
    }

    static String bandWords(Band band) {
        return band == Band.STRONG ? "Strong" : "To be looked at";
    }

    public String state() {
        String why = hit.closedWhy();
        if (why == null) {
            return hit.state().label();
        }
        return switch (why) {
            case "ENTRY_GONE" -> "Closed: the entry left the list";
            case "PARTY_GONE" -> "Closed: the contract no longer names the party so";
            default -> "Closed: the names are no longer near";
        };
    }

    public String colour() {
        return switch (hit.state()) {
            case OPEN -> hit.band() == Band.STRONG ? "tag-bad" : "tag-warn";
            case WAITING -> "tag-warn";
            case CONFIRMED -> "tag-bad";
            default -> "";
        };
    }

    public boolean closed() {
        return hit.state() == HitState.CLOSED;
    }

    public String score() {
        return number(hit.score());
    }

    /** Which word was held against which, so that a reviewer sees what the score is made of. */
    public List<String> tokens() {
        return hit.tokens().stream().map(HitRow::token).toList();
    }

    private static String token(TokenEvidence token) {
        String weight = ", weight " + number(token.weight());
        if (token.listed().isEmpty()) {
            return "“" + token.asked() + "” stands only in the contract" + weight;
        }
        return token.asked().isEmpty()
                ? "“" + token.listed() + "” stands only on the list" + weight
                : "“" + token.asked() + "” and “" + token.listed() + "”: " + number(token.similarity()) + weight;
    }

    public List<String> otherNames() {
        return hit.entry().names().stream()
                .map(ListedName::text)
                .filter(name -> !name.equals(hit.matchedName()))
                .limit(10)
                .toList();
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
