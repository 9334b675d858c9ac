package org.contractethics.review.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.contractethics.contract.ContractRegister;
import org.contractethics.review.internal.followup.SampleReview;
import org.contractethics.review.internal.followup.SampleReviews;
import org.contractethics.shared.Actor;
import org.contractethics.shared.CasePanel;
import org.contractethics.shared.ContractId;
import org.springframework.stereotype.Component;

/** "Audit sample" on the page of a contract, where a lot fell on one of its decisions. */
@Component
class SampleReviewPanel implements CasePanel {

    private final ContractRegister contracts;
    private final SampleReviews samples;
    private final SampleReviewWords words;

    SampleReviewPanel(ContractRegister contracts, SampleReviews samples, SampleReviewWords words) {
        this.contracts = contracts;
        this.samples = samples;
        this.words = words;
    }

    /** One decision of the sample. */
    public record Line(SampleReview sample, String state) {}

    @Override
    public Optional<View> panel(ContractId id, Actor viewer) {
        return contracts
                .find(id)
                .filter(contract -> contracts.mayReadFacts(contract, viewer))
                .map(contract -> lines(id))
                .filter(lines -> !lines.isEmpty())
                .map(lines -> new View(340, Column.MAIN, "review/sample-panel", Map.of("lines", lines)));
    }

    private List<Line> lines(ContractId id) {
        return samples.of(id).stream()
                .filter(SampleReview::drawn)
                .map(sample -> new Line(sample, words.state(sample)))
                .toList();
    }
}
