package org.contractethics.search.internal;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.contractethics.document.Documents;
import org.contractethics.document.Documents.Clause;
import org.contractethics.search.internal.ClauseQueries.Found;
import org.contractethics.search.internal.ClauseQueries.IndexMissing;
import org.contractethics.search.internal.IndexListeners.CatchUpRequested;
import org.contractethics.search.internal.IndexListeners.FactsChanged;
import org.contractethics.search.internal.SearchQuery.Sample;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.DocumentVersionId;
import org.contractethics.shared.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Finds clauses for a viewer. Their rights are part of the query, so that counts, facets and highlights know nothing they may
 * not read. Where the index is known to lag behind, the documents' own rule is asked first; and each contract of a page is
 * checked against it once more, in case the index lags behind in ways nobody knows of.
 */
@Service
public class ContractSearch {

    private static final Logger log = LoggerFactory.getLogger(ContractSearch.class);

    /** Each round leaves out what the index still showed wrongly; more rounds than this mean the index is not to be trusted. */
    private static final int ROUNDS = 3;

    private static final long FILL_AGAIN_MILLIS = 60_000;

    private final ClauseQueries clauses;
    private final Documents documents;
    private final LaggingContracts lagging;
    private final FacetLabels labels;
    private final Outage outage;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final AtomicLong lastFilled = new AtomicLong();

    // no transaction around the search: a cluster that hangs must not hold the database's connections
    ContractSearch(
            ClauseQueries clauses,
            Documents documents,
            LaggingContracts lagging,
            FacetLabels labels,
            Outage outage,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        this.clauses = clauses;
        this.documents = documents;
        this.lagging = lagging;
        this.labels = labels;
        this.outage = outage;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Never fails on what was typed.
     *
     * @throws SearchDown if the cluster does not answer in time
     */
    public SearchAnswer find(SearchQuery query, Actor viewer) {
        if (query.isEmpty()) {
            return SearchAnswer.nothing(query);
        }
        try {
            return labels.worded(outage.watch(() -> readable(query, viewer)));
        } catch (IndexMissing e) {
            fillAgain();
            throw e;
        }
    }

    /**
     * Clauses that say something like this one, of all documents the viewer may read; filters and page as in the query. What they
     * may not read is refused with 404, like what is not there.
     */
    public SearchAnswer like(Clause clause, SearchQuery query, Actor viewer) {
        String words = clause.heading() + "\n" + clause.text();
        String id = ClauseDocument.id(clause.version().toString(), clause.ordinal());
        return find(query.like(new Sample(id, words)), viewer);
    }

    /** The clause that others are to be like; refused with 404 for whoever may not read it. */
    public Clause readable(DocumentVersionId version, int ordinal, Actor viewer) {
        return documents
                .find(version)
                .filter(found -> documents.mayRead(found.contract(), viewer))
                .flatMap(found ->
                        documents.clauses(version, List.of(ordinal)).stream().findFirst())
                .orElseThrow(() -> Refused.notFound("There is no such clause, or you may not know of it."));
    }

    private SearchAnswer readable(SearchQuery query, Actor viewer) {
        var leftOut = new HashSet<>(lagging.hiddenFrom(viewer));
        for (int round = 0; round < ROUNDS; round++) {
            Found found = clauses.find(query, viewer, leftOut);
            Set<String> unreadable = unreadable(found, viewer);
            if (unreadable.isEmpty()) {
                return atExistingPage(query, viewer, leftOut, found);
            }
            leftOut.addAll(unreadable);
            unreadable.forEach(this::indexAgain);
        }
        throw new SearchDown("the index shows what may not be read");
    }

    private SearchAnswer atExistingPage(SearchQuery query, Actor viewer, Set<String> leftOut, Found found) {
        int last = Math.max(1, found.pages());
        if (query.page() <= last) {
            return found.answer(query);
        }
        SearchQuery lastPage = query.withPage(last);
        Found there = clauses.find(lastPage, viewer, leftOut);
        return unreadable(there, viewer).isEmpty() ? there.answer(lastPage) : SearchAnswer.nothing(query);
    }

    private Set<String> unreadable(Found found, Actor viewer) {
        List<String> contracts = found.hits().stream()
                .map(SearchAnswer.Hit::contractId)
                .distinct()
                .toList();
        return contracts.stream()
                .filter(id -> !documents.mayRead(ContractId.valueOf(id), viewer))
                .collect(Collectors.toSet());
    }

    private void indexAgain(String contract) {
        log.warn("search index lags behind contract={}", contract);
        transaction.executeWithoutResult(status -> events.publishEvent(new FactsChanged(ContractId.valueOf(contract))));
    }

    /** At most once a minute, however many people are searching. */
    private void fillAgain() {
        long now = clock.millis();
        long last = lastFilled.get();
        if (now - last > FILL_AGAIN_MILLIS && lastFilled.compareAndSet(last, now)) {
            log.warn("search index is missing and will be filled again");
            transaction.executeWithoutResult(status -> events.publishEvent(new CatchUpRequested()));
        }
    }
}
