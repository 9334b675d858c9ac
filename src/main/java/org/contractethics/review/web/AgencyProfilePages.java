package org.contractethics.review.web;

import java.util.Map;
import org.contractethics.access.Pager;
import org.contractethics.contract.AwardingAgencies;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The agency of a contract, and what was decided about its contracts before. */
@Controller
class AgencyProfilePages {

    private static final Pager.Place CONTRACTS = new Pager.Place("page", "Pages of contracts", "contracts");

    private final AgencyProfiles profiles;

    AgencyProfilePages(AgencyProfiles profiles) {
        this.profiles = profiles;
    }

    @GetMapping("/contracts/{contractId}/agency")
    String show(
            @PathVariable ContractId contractId,
            @RequestParam(defaultValue = "1") int page,
            Actor viewer,
            Model model) {
        AgencyProfile profile = profiles.of(contractId, page, viewer);
        model.addAttribute("profile", profile);
        model.addAttribute(
                "pager",
                new Pager(
                        profile.awards().page(),
                        AwardingAgencies.PAGE,
                        profile.awards().total(),
                        "/contracts/" + contractId + "/agency",
                        Map.of(),
                        CONTRACTS));
        return "review/agency";
    }
}
