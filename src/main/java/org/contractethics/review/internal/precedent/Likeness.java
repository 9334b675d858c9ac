package org.contractethics.review.internal.precedent;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.contractethics.contract.AgencyType;
import org.contractethics.policy.Policy;
import org.contractethics.policy.Policy.HumanRight;

/**
 * How alike two cases are and why: the agency itself weighs most, then a capability or the kind of agency, then a right.
 *
 * @param why in words, one sentence part for each ground
 */
record Likeness(int weight, List<String> why) {

    private static final int SAME_AGENCY = 4;
    private static final int SAME_KIND_OF_AGENCY = 2;
    private static final int SAME_CAPABILITY = 2;
    private static final int SAME_RIGHT = 1;

    /** What two cases are compared by. */
    record Traits(String agency, AgencyType type, Set<String> capabilities, Set<String> rights) {}

    static Likeness between(Traits now, Traits past, Policy words) {
        List<String> why = new ArrayList<>();
        int weight = 0;
        if (now.agency().equalsIgnoreCase(past.agency())) {
            why.add("Same agency: " + past.agency());
            weight += SAME_AGENCY;
        } else if (now.type() == past.type()) {
            why.add("Same kind of agency: " + past.type().label());
            weight += SAME_KIND_OF_AGENCY;
        }
        Set<String> capabilities = both(now.capabilities(), past.capabilities());
        if (!capabilities.isEmpty()) {
            why.add("Same capability: " + capabilities(words, capabilities));
            weight += SAME_CAPABILITY * capabilities.size();
        }
        Set<String> rights = both(now.rights(), past.rights());
        if (!rights.isEmpty()) {
            why.add("Same right: " + rights(words, rights));
            weight += SAME_RIGHT * rights.size();
        }
        return new Likeness(weight, List.copyOf(why));
    }

    private static Set<String> both(Collection<String> one, Collection<String> other) {
        Set<String> both = new TreeSet<>(one);
        both.retainAll(other);
        return both;
    }

    private static String capabilities(Policy words, Set<String> codes) {
        return words.capabilityLabels(codes);
    }

    private static String rights(Policy words, Set<String> codes) {
        return codes.stream()
                .map(code -> words.right(code)
                        .map(HumanRight::name)
                        .map(name -> code + " " + name)
                        .orElse(code))
                .collect(Collectors.joining("; "));
    }
}
