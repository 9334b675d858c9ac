package org.contractethics.review.internal.panel;

import java.util.EnumMap;
import java.util.Map;
import org.contractethics.policy.Policy.Tier;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many seats of each kind a panel has. A start with fewer than the quorum needs (H3) is refused.
 *
 * @param employeesT3 employee panelists up to T3
 * @param employeesT4 employee panelists in T4
 * @param alternates drawn for each kind of seat
 */
@ConfigurationProperties("contract-ethics.panel")
public record PanelSettings(
        @DefaultValue("2") int employeesT3,
        @DefaultValue("2") int employeesT4,
        @DefaultValue("1") int legalReviewers,
        @DefaultValue("2") int humanRightsReviewers,
        @DefaultValue("2") int alternates) {

    private static final int QUORUM = 5;
    private static final int EXTERNAL_EXPERTS_T4 = 1;

    public PanelSettings {
        demand(employeesT3 >= 1, "contract-ethics.panel.employees-t3 has to be 1 at least (H3).");
        demand(employeesT4 >= 2, "contract-ethics.panel.employees-t4 has to be 2 at least (H3).");
        demand(legalReviewers >= 1, "contract-ethics.panel.legal-reviewers has to be 1 at least (H3).");
        demand(
                Math.min(employeesT3, employeesT4) + legalReviewers + humanRightsReviewers >= QUORUM,
                "A panel has 5 seats at least (H3): raise contract-ethics.panel.human-rights-reviewers.");
        demand(alternates >= 0, "contract-ethics.panel.alternates cannot be less than 0.");
    }

    private static void demand(boolean met, String sentence) {
        if (!met) {
            throw new IllegalArgumentException(sentence);
        }
    }

    Map<Seat, Integer> seats(Tier tier) {
        Map<Seat, Integer> seats = new EnumMap<>(Seat.class);
        seats.put(Seat.LEGAL, legalReviewers);
        if (tier == Tier.T4) {
            seats.put(Seat.OUTSIDE, EXTERNAL_EXPERTS_T4);
        }
        seats.put(Seat.HUMAN_RIGHTS, humanRightsReviewers);
        seats.put(Seat.EMPLOYEE, tier == Tier.T4 ? employeesT4 : employeesT3);
        return seats;
    }
}
