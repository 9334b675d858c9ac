package org.contractethics.review.internal.returning;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.contractethics.contract.Contract;
import org.contractethics.contract.Contract.Agency;
import org.contractethics.review.internal.returning.EarlierDeal.Sign;

/** Whether a contract could be an earlier one again, offered by somebody who had no part in that one. */
final class DealSigns {

    private static final Pattern BETWEEN_LETTERS = Pattern.compile("[\\p{Punct}\\s]+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int WORD = 4;

    private DealSigns() {}

    static Optional<Sign> between(Contract now, Contract earlier) {
        if (parties(earlier).containsAll(parties(now))) {
            return Optional.empty();
        }
        boolean capability = !Collections.disjoint(now.capabilities(), earlier.capabilities());
        if (!Collections.disjoint(agencies(now), agencies(earlier))) {
            return Optional.of(Sign.AGENCY);
        }
        if (capability && !Collections.disjoint(departments(now), departments(earlier))) {
            return Optional.of(Sign.DEPARTMENT);
        }
        boolean subject = capability
                && now.capabilities().equals(earlier.capabilities())
                && !Collections.disjoint(now.countries(), earlier.countries())
                && alike(words(now.title()), words(earlier.title()));
        return subject ? Optional.of(Sign.SUBJECT) : Optional.empty();
    }

    /** Whoever awards or pays. */
    static Set<String> agencies(Contract contract) {
        return bare(buyers(contract).stream().map(Agency::name).toList());
    }

    /** The departments above them, as far as they are told. */
    private static Set<String> departments(Contract contract) {
        List<String> above = new ArrayList<>();
        for (Agency agency : buyers(contract)) {
            String parent = agency.parent();
            if (parent != null && !parent.isBlank()) {
                above.add(parent);
            }
        }
        return bare(above);
    }

    private static List<Agency> buyers(Contract contract) {
        Agency paying = contract.fundingAgency();
        return paying == null ? List.of(contract.awardingAgency()) : List.of(contract.awardingAgency(), paying);
    }

    /** Whoever sells. */
    private static Set<String> parties(Contract contract) {
        List<String> sellers = new ArrayList<>(contract.resellers());
        sellers.add(contract.supplier());
        return bare(sellers);
    }

    private static Set<String> words(String title) {
        return BETWEEN_WORDS
                .splitAsStream(title.toLowerCase(Locale.ROOT))
                .filter(word -> word.length() >= WORD)
                .collect(Collectors.toSet());
    }

    /** At least half of the words of both stand in each. */
    private static boolean alike(Collection<String> one, Collection<String> other) {
        Set<String> both = new HashSet<>(one);
        both.retainAll(other);
        Set<String> all = new HashSet<>(one);
        all.addAll(other);
        return !all.isEmpty() && 2 * both.size() >= all.size();
    }

    /** Names without capital letters, marks and spaces, which are written in many ways. */
    private static Set<String> bare(Collection<String> names) {
        return names.stream()
                .map(name ->
                        BETWEEN_LETTERS.matcher(name.toLowerCase(Locale.ROOT)).replaceAll(""))
                .collect(Collectors.toSet());
    }
}
