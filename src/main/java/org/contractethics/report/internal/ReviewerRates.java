package org.contractethics.report.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.record.EntryFilter;
import org.contractethics.record.RecordEntry;
import org.contractethics.record.RecordReader;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Refused;
import org.contractethics.shared.Role;
import org.springframework.stereotype.Service;

/**
 * How often each reviewer approves, for auditors alone (H19): nobody who pays, rates or sells may see it, nor the reviewers
 * themselves. Counted over opened votes only; a sealed vote is in no figure.
 */
@Service
public class ReviewerRates {

    private final RecordReader record;
    private final PeopleDirectory people;

    ReviewerRates(RecordReader record, PeopleDirectory people) {
        this.record = record;
        this.people = people;
    }

    /**
     * @param approved votes to approve, with or without conditions
     * @param abstained votes that took no side; left out of the rate
     */
    public record Rate(String username, String name, int approved, int conditional, int against, int abstained) {

        public int votes() {
            return approved + against + abstained;
        }

        /** Whole per cent of the votes that took a side; -1 where there is none. */
        public int percent() {
            int sides = approved + against;
            return sides == 0 ? -1 : Math.round(100f * approved / sides);
        }
    }

    /** Everyone whose vote was opened in the period, by name; refused to everybody but auditors. */
    public List<Rate> in(Period period, Actor viewer) {
        if (!viewer.has(Role.AUDITOR)) {
            throw Refused.notAllowed("Approval rates of single reviewers are for auditors only (H19).");
        }
        Map<String, Counted> counted = new TreeMap<>();
        long size = record.head().size();
        for (String kind : List.of("vote-opened", "votes-opened")) {
            EntryFilter opened = new EntryFilter(kind, null, null, null, period.start(), period.end());
            record.each(opened, 0, size, entry -> count(entry, counted));
        }
        return counted.entrySet().stream()
                .map(voter -> voter.getValue().rate(voter.getKey(), people.displayName(voter.getKey())))
                .sorted(Comparator.comparing(Rate::name))
                .toList();
    }

    /** Each opened vote has an entry of its own; older entries hold all votes of a round. */
    private static void count(RecordEntry entry, Map<String, Counted> counted) {
        count(entry.facts(), counted);
        for (Object vote : entry.list("votes")) {
            if (vote instanceof Map<?, ?> facts) {
                count(facts, counted);
            }
        }
    }

    private static void count(Map<?, ?> facts, Map<String, Counted> counted) {
        if (facts.get("voter") instanceof String voter) {
            counted.computeIfAbsent(voter, unknown -> new Counted()).add(String.valueOf(facts.get("outcome")));
        }
    }

    private static final class Counted {

        private int approved;
        private int conditional;
        private int against;
        private int abstained;

        private void add(String outcome) {
            switch (outcome) {
                case "APPROVE" -> approved++;
                case "CONDITIONAL" -> {
                    approved++;
                    conditional++;
                }
                case "ABSTAIN" -> abstained++;
                default -> against++;
            }
        }

        private Rate rate(String username, String name) {
            return new Rate(username, name, approved, conditional, against, abstained);
        }
    }
}
