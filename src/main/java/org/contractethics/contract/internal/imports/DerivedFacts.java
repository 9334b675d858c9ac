package org.contractethics.contract.internal.imports;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.contractethics.contract.internal.AwardTransaction;
import org.contractethics.contract.internal.AwardTransaction.Kind;
import org.contractethics.contract.internal.DraftRules;
import org.contractethics.contract.internal.Text;

/**
 * What all award transactions of a contract say together. The order in which files arrive makes no difference: the same
 * transactions always give the same facts.
 */
final class DerivedFacts {

    private static final int MAX_TITLE = 140;
    /** Federal marker for inherently governmental functions; it says nothing about what is bought. */
    private static final Pattern FUNCTION_MARKER =
            Pattern.compile("\\bIGF\\s*::?\\s*[A-Z,]{2,5}\\s*::?\\s*IGF\\b[\\s.:;-]*");

    private static final Pattern ADMINISTRATIVE =
            Pattern.compile("(?i)^\\W*(the purpose of this modification|this modification|"
                    + "(bulk |dhs |contract |award )*close ?-?out|de-?obligat|funding only|admin|change (of )?(a?cor|cotr)|"
                    + "exercise (of )?option|incremental funding|modification|mod\\b|no cost|option (year|period)|termination|"
                    + "extend|correct|update|to (exercise|add|deobligate|incorporate|extend|provide|change)).*");
    private static final Comparator<AwardTransaction> BY_TIME = Comparator.comparing(
                    AwardTransaction::actedOn, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(AwardTransaction::key);

    private DerivedFacts() {}

    static Facts of(Collection<AwardTransaction> transactions) {
        List<AwardTransaction> inTime = transactions.stream().sorted(BY_TIME).toList();
        Facts facts = new Facts();
        if (inTime.isEmpty()) {
            return facts;
        }
        if (inTime.get(0).kind() == Kind.ACTION) {
            federal(inTime, facts);
        } else {
            process(inTime, facts);
        }
        facts.awardYear = inTime.stream()
                .flatMap(t -> Stream.of(t.actedOn(), t.periodStart()))
                .filter(Objects::nonNull)
                .map(LocalDate::getYear)
                .min(Comparator.naturalOrder())
                .orElse(null);
        return facts;
    }

    private static void federal(List<AwardTransaction> inTime, Facts facts) {
        AwardTransaction base = base(inTime);
        AwardTransaction newest = inTime.get(inTime.size() - 1);
        facts.title = title(base);
        facts.description = description(base);
        facts.supplier = newest.supplier();
        facts.currency = newest.currency();
        facts.obligated = sum(inTime);
        newestFirst(inTime)
                .map(AwardTransaction::ceilingMinor)
                .filter(Objects::nonNull)
                .findFirst()
                .ifPresent(ceiling -> facts.ceiling = ceiling);
        facts.start = inTime.stream()
                .map(AwardTransaction::periodStart)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
        facts.end = newestFirst(inTime)
                .map(AwardTransaction::periodEnd)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        if (facts.start != null && facts.end != null && facts.end.isBefore(facts.start)) {
            // a close-out long after the end carries its own date as the start
            facts.start = null;
        }
    }

    private static void process(List<AwardTransaction> inTime, Facts facts) {
        Set<String> awardsWithContract = inTime.stream()
                .map(AwardTransaction::awardKey)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(HashSet::new));
        List<AwardTransaction> counted = inTime.stream()
                .filter(AwardTransaction::active)
                .filter(t -> t.kind() == Kind.CONTRACT || !awardsWithContract.contains(t.key()))
                .toList();
        String suppliers = counted.stream()
                .map(AwardTransaction::supplier)
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.joining("; "));
        facts.supplier = suppliers.isEmpty() ? null : Text.cut(suppliers, DraftRules.MAX_SUPPLIER);
        List<String> currencies = counted.stream()
                .filter(t -> t.amountMinor() != null)
                .map(AwardTransaction::currency)
                .distinct()
                .toList();
        if (currencies.size() == 1) {
            facts.currency = currencies.get(0);
            facts.obligated = sum(counted);
        }
        facts.start = counted.stream()
                .map(AwardTransaction::periodStart)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
        facts.end = counted.stream()
                .map(AwardTransaction::periodEnd)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /** The action that says best what was bought: the award itself, or the first one that is not mere administration. */
    private static AwardTransaction base(List<AwardTransaction> inTime) {
        return inTime.stream()
                .min(Comparator.comparing((AwardTransaction t) -> isAdministrative(t))
                        .thenComparing(t -> !t.key().equals("0"))
                        .thenComparing(BY_TIME))
                .orElseThrow();
    }

    private static boolean isAdministrative(AwardTransaction transaction) {
        String words = withoutMarker(transaction.description());
        return words.length() < 3 || ADMINISTRATIVE.matcher(words).matches();
    }

    private static String title(AwardTransaction base) {
        String words = withoutMarker(base.description());
        String title = isAdministrative(base) && base.product() != null ? base.product() : words;
        return title.isBlank() ? "Award " + base.key() : Text.cut(Text.line(title), MAX_TITLE);
    }

    private static String description(AwardTransaction base) {
        return Stream.of(
                        base.description(),
                        base.product() == null ? "" : "Product or service: " + base.product(),
                        base.industry() == null ? "" : "Industry: " + base.industry())
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining("\n"));
    }

    private static String withoutMarker(String description) {
        return description.contains("IGF")
                ? FUNCTION_MARKER.matcher(description).replaceAll(" ").strip()
                : description;
    }

    private static Long sum(List<AwardTransaction> transactions) {
        long sum = 0;
        for (AwardTransaction transaction : transactions) {
            Long amount = transaction.amountMinor();
            sum = Math.addExact(sum, amount == null ? 0 : amount);
        }
        return sum;
    }

    private static Stream<AwardTransaction> newestFirst(List<AwardTransaction> inTime) {
        return Stream.iterate(inTime.size() - 1, i -> i >= 0, i -> i - 1).map(inTime::get);
    }
}
