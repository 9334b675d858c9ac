package org.contractethics.review.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.ReviewId;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/**
 * The same people, who claim tasks and work them off without drawing a page, for tests that are about something else: a page that such a
 * test looks at, it asks for by itself. Whatever is refused fails with its reasons.
 */
final class HandsBehindPages extends ReviewHands {

    private final BehindPages pages;

    HandsBehindPages(MockMvcTester mvc, ContractId contract, BehindPages pages) {
        super(mvc, contract);
        this.pages = pages;
    }

    @Override
    void claim(String person) {
        pages.claim(contract().value(), person);
    }

    @Override
    void claimOn(String path, String person) {
        pages.claim(UUID.fromString(path.substring(path.lastIndexOf('/') + 1)), person);
    }

    @Override
    void workOff(ReviewId review, String key, String person, Map<String, ?> fields) throws Exception {
        pages.claim(review, StepsBehindPages.stage(key), person);
        send(review, key, person, fields);
    }

    @Override
    void send(ReviewId review, String key, String person, Map<String, ?> fields) throws Exception {
        Map<String, Object> sent = new LinkedHashMap<>(fields);
        if (bringsCopies(key, fields)) {
            sent.putAll(executed(review, person));
        }
        pages.send(review, StepsBehindPages.stage(key), person, sent);
    }

    @Override
    List<Drawn> drawn(ReviewId review) {
        return pages.drawn(review);
    }
}
