package org.contractethics.review.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The agency of a contract for other programs. */
@RestController
@Tag(name = "Agencies", description = "What courts, inquiries and others found of agencies, with the source")
class AgencyProfileApi {

    private final AgencyProfiles profiles;

    AgencyProfileApi(AgencyProfiles profiles) {
        this.profiles = profiles;
    }

    @GetMapping("/api/contracts/{contractId}/agency")
    @Operation(
            summary = "The agency of a contract, and what was decided about its contracts",
            description =
                    "25 contracts a page, those decided first. What the caller may not see of the register is not in it and not counted.")
    AgencyProfileDocument agency(
            @PathVariable ContractId contractId, @RequestParam(defaultValue = "1") int page, Actor viewer) {
        return AgencyProfileDocument.of(profiles.of(contractId, page, viewer));
    }
}
