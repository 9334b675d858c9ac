package org.contractethics.review.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.contractethics.contract.RegisterNames;
import org.contractethics.review.internal.returning.EarlierDeal;
import org.contractethics.review.internal.returning.ReturningDeals;
import org.contractethics.review.internal.returning.SameDeal;
import org.contractethics.review.web.Field.Note;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Times;
import org.springframework.stereotype.Component;

/** Asks the triage officer whether a contract is a deal again that was refused or ended. */
@Component
class DealFields {

    private final RegisterNames names;

    DealFields(RegisterNames names) {
        this.names = names;
    }

    /** Empty where there is nothing to compare with. */
    Optional<Section> section(List<EarlierDeal> deals, Actor officer) {
        if (deals.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Section.of(
                "Refused before",
                "These contracts were refused or ended in the last " + ReturningDeals.MONTHS
                        + " months, and somebody else offers this one. The same deal stays in the tier it had at least, and not"
                        + " knowing counts as a gap.",
                Field.select(
                                SameDeal.FIELD,
                                "Is this one of these deals again, by another supplier or reseller?",
                                options(deals),
                                null,
                                true)
                        .noting(notes(deals, officer)),
                Field.area(SameDeal.REASONS, "Reasons: why it is the same deal, or why it is not", null, true, 3)));
    }

    static SameDeal said(FormValues values) {
        return new SameDeal(values.text(SameDeal.FIELD), values.text(SameDeal.REASONS));
    }

    private static Map<String, String> options(List<EarlierDeal> deals) {
        Map<String, String> options = new LinkedHashMap<>();
        options.put(SameDeal.NONE, "None of them");
        options.put(SameDeal.UNKNOWN, "Not known");
        deals.forEach(one -> options.put(one.reference(), "The same deal as " + one.reference()));
        return options;
    }

    private List<Note> notes(List<EarlierDeal> deals, Actor officer) {
        return deals.stream()
                .map(one -> new Note(
                        names.withholds(one.contract(), officer) ? withheld(one) : told(one, officer),
                        "/contracts/" + one.contract()))
                .toList();
    }

    private String told(EarlierDeal deal, Actor officer) {
        return names.inWords(deal.contract(), officer) + ": " + deal.sign().label() + ", refused or ended on "
                + Times.words(deal.refusedOn()) + (deal.tier() == null ? "" : ", tier " + deal.tier());
    }

    /** The sign would tell what the register withholds (H15, H18). */
    private static String withheld(EarlierDeal deal) {
        return deal.reference() + ": like this one in something that is withheld from you";
    }
}
