package org.contractethics.report.internal;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.contractethics.report.internal.DocumentCases.DocumentCase;

/**
 * Counts contracts, reviews and documents block by block. What is counted of one of them must follow from the question, from its case
 * and that of its contract, and from the decisions that are named in it; from nothing else.
 */
final class CountingByBlock {

    private final ContractCases contracts;
    private final ReviewCases reviews;
    private final DocumentCases documents;
    private final Supplier<Instant> latest;
    private final KeptParts<Tally> tallies = new KeptParts<>();
    private final KeptParts<List<CriticalCase.Told>> critical = new KeptParts<>();

    /** @param latest the last moment that the casebook knows of */
    CountingByBlock(ContractCases contracts, ReviewCases reviews, DocumentCases documents, Supplier<Instant> latest) {
        this.contracts = contracts;
        this.reviews = reviews;
        this.documents = documents;
        this.latest = latest;
    }

    void contracts(Scope scope, Tally tally, BiConsumer<ContractCase, Tally> counting) {
        count(contracts.blocks().all(), Block::members, scope, tally, counting);
    }

    /** The reviews that the question is about and of which an entry of its period tells. */
    void touched(Scope scope, Tally tally, BiConsumer<ReviewCase, Tally> counting) {
        Map<Block<ReviewCase>, List<ReviewCase>> touched = reviews.touched(scope);
        count(touched.keySet(), block -> touched.getOrDefault(block, List.of()), scope, tally, counting);
    }

    void reviews(Scope scope, Tally tally, BiConsumer<ReviewCase, Tally> counting) {
        count(reviews.blocks().all(), Block::members, scope, tally, counting);
    }

    void documents(Scope scope, Tally tally, BiConsumer<DocumentCase, Tally> counting) {
        count(documents.blocks().all(), Block::members, scope, tally, counting);
    }

    Stream<CriticalCase.Told> critical(Scope scope, Function<ReviewCase, Stream<CriticalCase.Told>> finding) {
        return critical
                .of(
                        reviews.blocks().all(),
                        Figure.CRITICAL_CASES,
                        scope,
                        latest.get(),
                        block -> block.members().stream().flatMap(finding).toList())
                .stream()
                .flatMap(List::stream);
    }

    private <T> void count(
            Collection<Block<T>> blocks,
            Function<Block<T>, List<T>> members,
            Scope scope,
            Tally tally,
            BiConsumer<T, Tally> counting) {
        tallies.of(blocks, tally.figure(), scope, latest.get(), block -> {
                    Tally part = tally.part();
                    members.apply(block).forEach(member -> counting.accept(member, part));
                    return part;
                })
                .forEach(tally::join);
    }
}
