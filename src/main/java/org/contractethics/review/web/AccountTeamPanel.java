package org.contractethics.review.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.contract.Contract;
import org.contractethics.contract.ContractRegister;
import org.contractethics.review.internal.team.DenyingPay;
import org.contractethics.review.internal.team.NamingTeam;
import org.contractethics.review.internal.team.PayDenial;
import org.contractethics.review.internal.team.PayDenials;
import org.contractethics.review.internal.team.RulingOnPay;
import org.contractethics.shared.Actor;
import org.contractethics.shared.CasePanel;
import org.contractethics.shared.ContractId;
import org.springframework.stereotype.Component;

/** What this person can do about who is paid by a contract: path to words. */
@Component
class AccountTeamPanel implements CasePanel {

    private final DenyingPay denying;
    private final NamingTeam naming;
    private final RulingOnPay ruling;
    private final PayDenials denials;
    private final ContractRegister contracts;
    private final PeopleDirectory people;

    AccountTeamPanel(
            DenyingPay denying,
            NamingTeam naming,
            RulingOnPay ruling,
            PayDenials denials,
            ContractRegister contracts,
            PeopleDirectory people) {
        this.denying = denying;
        this.naming = naming;
        this.ruling = ruling;
        this.denials = denials;
        this.contracts = contracts;
        this.people = people;
    }

    @Override
    public Optional<View> panel(ContractId id, Actor viewer) {
        return contracts
                .find(id)
                .map(contract -> acts(contract, viewer))
                .filter(acts -> !acts.isEmpty())
                .map(acts -> new View(206, Column.SIDE, "review/account-team-panel", Map.of("acts", acts)));
    }

    private Map<String, String> acts(Contract contract, Actor viewer) {
        Map<String, String> acts = new LinkedHashMap<>();
        String path = "/contracts/" + contract.id() + "/account-team";
        if (naming.refusal(contract, viewer).isEmpty()) {
            acts.put(path, "Name who else is paid by it");
        }
        if (denying.refusal(contract, viewer).isEmpty()) {
            acts.put(path, "You are named as paid by it: deny that");
        }
        denials.of(contract.id()).stream()
                .filter(PayDenial::open)
                .filter(denial -> ruling.refusal(denial, viewer).isEmpty())
                .forEach(denial -> acts.put(
                        path + "/denials/" + denial.id(),
                        "Rule on the denial of " + people.displayName(denial.person())));
        return acts;
    }
}
