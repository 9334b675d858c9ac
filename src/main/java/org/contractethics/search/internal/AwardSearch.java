package org.contractethics.search.internal;

import java.util.List;
import org.contractethics.contract.FindingAwards;
import org.contractethics.contract.FindingAwards.Awards;
import org.contractethics.shared.Actor;
import org.springframework.stereotype.Service;

/** Finds contracts by the words of a search, whoever sold what they are about. Works while the cluster is down: it asks the register. */
@Service
public class AwardSearch {

    /** Contracts told at once. */
    public static final int PAGE = 20;

    private final FindingAwards awards;
    private final AwardWords words;

    AwardSearch(FindingAwards awards, AwardWords words) {
        this.awards = awards;
        this.words = words;
    }

    /** The best of those the viewer may know; none where the words tell nothing. */
    public Awards find(SearchQuery query, Actor viewer) {
        return query.isEmpty() ? new Awards(0, List.of()) : awards.find(words.needs(query.words()), viewer, PAGE);
    }
}
