package org.contractethics.review.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.contract.Contract;
import org.contractethics.contract.ContractRegister;
import org.contractethics.review.internal.Decision;
import org.contractethics.review.internal.Decisions;
import org.contractethics.review.internal.ReviewCases;
import org.contractethics.review.internal.followup.SampleComparison;
import org.contractethics.review.internal.followup.SampleComparison.Difference;
import org.contractethics.review.internal.followup.SampleLot;
import org.contractethics.review.internal.followup.SampleReview;
import org.contractethics.review.internal.followup.SampleReview.Choice;
import org.contractethics.review.internal.followup.SampleReview.Result;
import org.contractethics.review.internal.followup.SampleReview.SampleRuling;
import org.contractethics.shared.Times;
import org.springframework.stereotype.Component;

/** A second review of the audit sample in words. Of the first result nothing is told before the second is given. */
@Component
class SampleReviewWords {

    private final Decisions decisions;
    private final ReviewCases reviews;
    private final ContractRegister contracts;
    private final CaseFacts facts;
    private final RightOptions rights;
    private final PeopleDirectory people;

    SampleReviewWords(
            Decisions decisions,
            ReviewCases reviews,
            ContractRegister contracts,
            CaseFacts facts,
            RightOptions rights,
            PeopleDirectory people) {
        this.decisions = decisions;
        this.reviews = reviews;
        this.contracts = contracts;
        this.facts = facts;
        this.rights = rights;
        this.people = people;
    }

    /**
     * One line of the comparison.
     *
     * @param differs whether this is what the two reviews differ in
     */
    public record Row(String label, String first, String second, boolean differs) {}

    /** Both results side by side, under what came of it. */
    public record Told(String verdict, List<Row> rows) {}

    /** How it stands, without a word on either result before the second is given. */
    String state(SampleReview sample) {
        SampleLot lot = sample.lot();
        SampleRuling ruling = sample.ruling();
        if (lot == null) {
            return "The lot is being drawn";
        }
        if (!lot.drawn()) {
            return "Not drawn";
        }
        if (ruling != null) {
            return ruling.choice() == Choice.REOPEN ? "Review opened again" : "First decision upheld";
        }
        return sample.waits()
                ? "Second review open"
                : comparison(sample).verdict().label();
    }

    /** Only of one whose second result is given. */
    SampleComparison comparison(SampleReview sample) {
        return SampleComparison.of(first(sample), second(sample));
    }

    Decision first(SampleReview sample) {
        if (sample.result() == null) {
            throw new IllegalStateException("nothing of the first result is told before the second is given");
        }
        return decisions.get(sample.decision());
    }

    private static Result second(SampleReview sample) {
        return Objects.requireNonNull(sample.result());
    }

    /** Only of one whose second result is given. */
    Told told(SampleReview sample) {
        return new Told(comparison(sample).verdict().label(), rows(sample));
    }

    private List<Row> rows(SampleReview sample) {
        Decision first = first(sample);
        Result second = second(sample);
        SampleComparison comparison = comparison(sample);
        return List.of(
                new Row(
                        "Tier",
                        first.tier().name(),
                        second.tier().name(),
                        comparison.differences().contains(Difference.TIER)),
                new Row(
                        "Outcome",
                        first.outcome().label(),
                        second.outcome().label(),
                        comparison.differences().contains(Difference.OUTCOME)),
                new Row("Rights", names(first.rights()), names(second.rights()), false),
                new Row("Reasons", first.reasons(), second.reasons(), false),
                new Row(
                        "By",
                        people.displayName(first.decidedBy()) + ", " + Times.words(first.decidedAt()),
                        people.displayName(second.by()) + ", " + Times.words(second.at()),
                        false));
    }

    private String names(List<String> codes) {
        return codes.isEmpty() ? "None" : String.join("; ", rights.names(codes));
    }

    List<Statement> statements(SampleReview sample) {
        List<Statement> statements = new ArrayList<>();
        SampleRuling ruling = sample.ruling();
        if (ruling != null) {
            statements.add(Statement.titled("Ruling")
                    .line("What follows", ruling.choice().label())
                    .line("Reasons", ruling.reasons())
                    .line("Ruled by", people.displayName(ruling.by()) + ", " + Times.words(ruling.at()))
                    .build());
        }
        Result second = sample.result();
        if (second != null) {
            statements.add(Statement.titled("How they can be compared")
                    .line(
                            "Basis",
                            second.sameBasis()
                                    ? "Documents and facts were those of the first decision."
                                    : "Documents or facts of the contract had changed since the first decision.")
                    .line(
                            "First result",
                            second.knewFirst()
                                    ? "The second reviewer knew it, as they say."
                                    : "The second reviewer did not know it, as they say.")
                    .build());
        } else if (sample.drawn()) {
            Contract contract = contracts.get(sample.contract());
            statements.addAll(facts.unreviewed(reviews.get(sample.review()), contract));
        }
        SampleLot lot = sample.lot();
        if (lot != null) {
            statements.add(lot(sample, lot));
        }
        return statements;
    }

    private static Statement lot(SampleReview sample, SampleLot lot) {
        return Statement.titled("The lot")
                .line("Result", lot.drawn() ? "Drawn into the audit sample" : "Not drawn")
                .line("Share", lot.percent() + " % of the decisions of T1")
                .line("Decision", sample.decision())
                .line("Entry in the record", lot.entry())
                .line("Leaf hash of the entry", lot.leafHash())
                .line("Lot", lot.lot())
                .line(
                        "Draw it again",
                        "SHA-256 over the id of the decision and the leaf hash, one a line without a line end after the last. The"
                                + " first eight digits, as a hexadecimal number, are below " + lot.percent()
                                + " % of 4,294,967,296 where it is drawn.")
                .build();
    }
}
