package org.contractethics.review.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.contractethics.policy.Policy.Outcome;
import org.contractethics.policy.Policy.Tier;
import org.contractethics.shared.Role;

/**
 * Who votes, how many it takes and what carries (H3, H5). Valid votes are those of people without a conflict that name an
 * outcome: abstentions are recorded and count neither to the quorum nor to the majority.
 */
public final class VotingRules {

    private static final Set<Role> REVIEWERS = EnumSet.of(Role.HR_REVIEWER, Role.LEGAL_REVIEWER);
    private static final Set<Role> PANEL = EnumSet.of(
            Role.HR_REVIEWER, Role.LEGAL_REVIEWER, Role.EMPLOYEE_PANELIST, Role.EXTERNAL_EXPERT, Role.PANEL_CHAIR);
    /** H3; the triage table may ask for more, never for less. */
    private static final int PANEL_QUORUM = 5;

    private final Tier tier;
    private final boolean panel;
    private final String majority;
    private final int tableQuorum;

    /** @param tableQuorum valid votes that the triage table asks for */
    public VotingRules(Tier tier, boolean panel, String majority, int tableQuorum) {
        this.tier = tier;
        this.panel = panel;
        this.majority = majority;
        this.tableQuorum = tableQuorum;
    }

    public static VotingRules of(Tier tier, VoteRound round) {
        return of(tier, round.panel(), round.space());
    }

    public static VotingRules of(Tier tier, boolean panel, AllowedSpace space) {
        Integer quorum = space.quorum();
        return new VotingRules(tier, panel, space.majority(), quorum == null ? 0 : quorum);
    }

    /** Whether the board committee confirms what the vote carried by recording the decision: T4, and critical impacts. */
    static boolean boardDecides(Tier tier, AllowedSpace space) {
        return tier == Tier.T4 || space.board();
    }

    /** The panel votes from T3, and below wherever the tables do not leave the decision to the reviewers. */
    static boolean needsPanel(Tier tier, AllowedSpace space) {
        return tier.compareTo(Tier.T3) >= 0 || !space.decider().equals("REVIEWERS");
    }

    public Set<Role> roles() {
        return panel ? PANEL : REVIEWERS;
    }

    public int quorum() {
        int least = panel ? PANEL_QUORUM : tier == Tier.T1 ? 1 : 2;
        return Math.max(least, tableQuorum);
    }

    /** The quorum in words, as shown beside the live count. */
    public String quorumInWords() {
        if (!panel) {
            return quorum() == 1 ? "1 reviewer" : quorum() + " reviewers";
        }
        return quorum() + " valid votes, among them "
                + (panelists() == 1 ? "1 employee panelist" : "2 employee panelists")
                + (experts() == 0 ? " and 1 legal reviewer" : ", 1 legal reviewer and 1 external expert");
    }

    private int panelists() {
        return tier == Tier.T4 ? 2 : 1;
    }

    /** Table 2.5: nothing that is presumptively refused is decided without a view from outside. */
    private int experts() {
        return tier == Tier.T4 ? 1 : 0;
    }

    /** What the votes still lack to be a vote at all; empty when the round may be closed. */
    public List<String> missing(List<Vote> valid) {
        return missingAmong(valid.stream().map(Vote::role).toList());
    }

    /** The same for votes of which only the roles are known. */
    public List<String> missingAmong(List<Role> roles) {
        List<String> missing = new ArrayList<>();
        lack(missing, quorum() - roles.size(), "valid vote");
        lack(missing, lacking(roles, Role.EMPLOYEE_PANELIST), "vote of an employee panelist");
        lack(missing, lacking(roles, Role.LEGAL_REVIEWER), "vote of a legal reviewer");
        lack(missing, lacking(roles, Role.EXTERNAL_EXPERT), "vote of an external expert");
        return missing;
    }

    private int lacking(List<Role> roles, Role role) {
        return mandatory(role) - Collections.frequency(roles, role);
    }

    /** How many votes of this role a vote needs to be one (H3). */
    public int mandatory(Role role) {
        return switch (role) {
            case EMPLOYEE_PANELIST -> panel ? panelists() : 0;
            case LEGAL_REVIEWER -> panel ? 1 : 0;
            case EXTERNAL_EXPERT -> panel ? experts() : 0;
            default -> 0;
        };
    }

    /** Those votes that count: not an abstention, not of somebody who declared a conflict since. */
    public static List<Vote> valid(List<Vote> votes, Set<String> recused) {
        return votes.stream()
                .filter(vote -> vote.choice() != Vote.Choice.ABSTAIN)
                .filter(vote -> !recused.contains(vote.voter()))
                .toList();
    }

    /** The outcome that has the majority the tables name; empty where none has. */
    public Optional<Outcome> carried(List<Vote> valid) {
        return valid.stream()
                .map(vote -> Outcome.valueOf(vote.choice().name()))
                .distinct()
                .filter(outcome -> carries(count(valid, outcome), valid.size()))
                .findFirst();
    }

    /** In words, for the form and the record. */
    public String majorityInWords() {
        return switch (effectiveMajority()) {
            case "UNANIMOUS" -> "all valid votes; one dissent brings the case before the panel";
            case "TWO_THIRDS" -> "two thirds of the valid votes";
            default -> "more than half of the valid votes";
        };
    }

    private boolean carries(int votes, int all) {
        return switch (effectiveMajority()) {
            case "UNANIMOUS" -> votes == all;
            case "TWO_THIRDS" -> votes * 3 >= all * 2;
            default -> votes * 2 > all;
        };
    }

    /** Reviewers agree or the panel decides: unanimity is asked of the reviewers, never of the panel. */
    private String effectiveMajority() {
        return panel && majority.equals("UNANIMOUS") ? "MAJORITY" : panel ? majority : "UNANIMOUS";
    }

    private static int count(List<Vote> votes, Outcome outcome) {
        return (int) votes.stream()
                .filter(vote -> vote.choice().name().equals(outcome.name()))
                .count();
    }

    private static void lack(List<String> missing, int number, String what) {
        if (number > 0) {
            missing.add(number + " " + (number == 1 ? what : what.replaceFirst("vote", "votes")));
        }
    }
}
