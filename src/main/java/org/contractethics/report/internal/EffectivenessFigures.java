package org.contractethics.report.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.contractethics.report.internal.AgreedSafeguards.Stated;
import org.contractethics.report.internal.Holds.Hold;
import org.contractethics.report.internal.Monitored.News;

/** Counts what the procedure achieved and missed, not how busy it was. */
final class EffectivenessFigures {

    private static final Set<String> LOW = Set.of("T1", "T2");
    private static final Set<String> RESTRICTING = Set.of("restricted", "suspend");
    private static final Set<String> SIGNALS = Set.of("opened");
    private static final String SIGNALLED = "signalled";
    private static final Map<String, String> NEWS = news();

    private EffectivenessFigures() {}

    private static Map<String, String> news() {
        Map<String, String> news = new LinkedHashMap<>();
        news.put("incident", "Incident, found by the company");
        news.put("customer-report", "Report of the customer");
        news.put("press", "Press report");
        news.put("finding", "Court or UN finding");
        news.put("other", "Other");
        return news;
    }

    static void incidents(Casebook book, Scope scope, Tally tally) {
        NEWS.forEach(tally::row);
        inPeriod(book, scope)
                .forEach(news -> tally.add(
                        news.kind(),
                        Tally.ALL,
                        Item.of(news.mark(), news.contract(), NEWS.getOrDefault(news.kind(), Words.of(news.kind())))));
    }

    /** Told by the lowest tier that the contract was ever given before, whatever it was raised to since. */
    static void falseNegatives(Casebook book, Scope scope, Tally tally) {
        tally.column("low", "Once rated T1 or T2");
        tally.column("high", "Always rated T3 or T4, or not rated");
        Tiers.asRows(tally);
        inPeriod(book, scope).filter(News::incident).forEach(news -> {
            String lowest = news.contract().lowestTierBefore(news.mark().at());
            boolean low = lowest != null && LOW.contains(lowest);
            tally.add(
                    Tiers.key(lowest),
                    low ? "low" : "high",
                    Item.of(news.mark(), news.contract(), NEWS.getOrDefault(news.kind(), Words.of(news.kind()))));
        });
    }

    private static Stream<News> inPeriod(Casebook book, Scope scope) {
        return book.monitoring().all().stream()
                .filter(news -> scope.period().holds(news.mark().at()))
                .filter(news -> scope.takes(news.contract().tierAt(scope.asOf()), news.contract()));
    }

    static void signalToRestriction(Casebook book, Scope scope, Tally tally) {
        tally.row("restricted", "Restricted at once by the chair");
        tally.row("suspend", "Suspended");
        tally.column(SIGNALLED, "After a signal");
        tally.column("unsignalled", "No signal recorded before");
        book.holds().all().stream()
                .filter(hold -> RESTRICTING.contains(hold.step()))
                .filter(hold -> scope.period().holds(hold.mark().at()))
                .filter(hold -> scope.takes(hold.contract().tierAt(scope.asOf()), hold.contract()))
                .forEach(hold -> {
                    Instant signal = firstSignal(book, hold).orElse(null);
                    if (signal == null) {
                        tally.add(hold.step(), "unsignalled", Item.of(hold.mark(), hold.contract(), "No signal"));
                        return;
                    }
                    Instant held = hold.mark().at();
                    long hours = Duration.between(signal, held).toHours();
                    tally.add(hold.step(), SIGNALLED, Item.of(hold.mark(), hold.contract(), hours / 24 + " days"));
                    tally.took(
                            hold.step(), new Tally.Duration(hours, book.days().between(signal, held), null));
                });
    }

    /** The first thing known against the contract since it last ran freely. */
    private static Optional<Instant> firstSignal(Casebook book, Hold hold) {
        Instant free = book.holds().of(hold.contract()).stream()
                .filter(Hold::frees)
                .map(before -> before.mark().at())
                .filter(at -> at.isBefore(hold.mark().at()))
                .reduce(Instant.MIN, (first, second) -> second);
        Stream<Mark> news = book.monitoring().of(hold.contract()).stream()
                .filter(News::incident)
                .map(News::mark);
        Stream<Mark> opened = book.holds().of(hold.contract()).stream()
                .filter(one -> SIGNALS.contains(one.step()))
                .map(Hold::mark);
        return Stream.concat(news, opened)
                .filter(mark -> mark.entry() < hold.mark().entry() && mark.at().isAfter(free))
                .map(Mark::at)
                .min(Instant::compareTo);
    }

    static void safeguards(Casebook book, Scope scope, Tally tally) {
        tally.column("PRESENT", "In the contract");
        tally.column("ABSENT", "Missing");
        tally.column("REFUSED", "Refused by the customer");
        book.byBlock().touched(scope, tally, (review, part) -> {
            AgreedSafeguards agreed =
                    review.safeguardsBefore(scope.period().end()).orElse(null);
            if (agreed != null && scope.period().holds(agreed.mark().at())) {
                for (Stated stated : agreed.stated()) {
                    part.row(stated.code(), stated.label());
                    part.add(
                            stated.code(),
                            stated.state(),
                            Item.of(agreed.mark(), review.contract, Words.of(stated.state())));
                }
            }
        });
    }

    static void visibility(Casebook book, Scope scope, Tally tally) {
        Tiers.asRows(tally);
        tally.column("limited", "Limits stated");
        tally.column("unsaid", "Nothing stated");
        Instant asOf = scope.asOf();
        book.byBlock().contracts(scope, tally, (contract, part) -> {
            Changes.Change standing = contract.inForceAt(asOf);
            if (standing == null) {
                return;
            }
            String tier = contract.tierAt(asOf);
            if (scope.takes(tier, contract)) {
                Optional<Mark> limits = book.monitoring().limits(contract, asOf);
                part.add(
                        Tiers.key(tier),
                        limits.isPresent() ? "limited" : "unsaid",
                        Item.of(
                                limits.orElse(standing.mark()),
                                contract,
                                limits.isPresent() ? "Limits stated" : "Nothing stated"));
            }
        });
    }
}
