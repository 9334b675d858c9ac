package org.contractethics.record.web;

import static org.contractethics.shared.Role.AUDITOR;
import static org.contractethics.shared.Role.BOARD_COMMITTEE;
import static org.contractethics.shared.Role.LEADERSHIP;
import static org.contractethics.shared.Role.OMBUDS;

import java.util.List;
import org.contractethics.access.RouteRules;
import org.springframework.stereotype.Component;

/**
 * Auditors, the board committee and the ombuds read the record; leadership opens the entries behind its figures. How it is checked, its
 * keys and its newest checkpoint are for outsiders too: they tell nothing of any entry.
 */
@Component
class RecordRoutes implements RouteRules {

    private static final String ERASURES = "/api/record/erasures";

    /** Who is to be erased is kept nowhere besides the request itself, which forgets it when it is decided. */
    @Override
    public List<String> neverKept() {
        return List.of(ERASURES, ERASURES + "/**");
    }

    @Override
    public List<Rule> rules() {
        return List.of(
                Rule.roles("GET", "/audit", AUDITOR, BOARD_COMMITTEE, OMBUDS),
                Rule.roles("GET", "/audit/export", AUDITOR, BOARD_COMMITTEE, OMBUDS),
                Rule.roles("GET", "/audit/bundle", AUDITOR, BOARD_COMMITTEE, OMBUDS),
                Rule.roles("GET", "/audit/reads", AUDITOR, BOARD_COMMITTEE, OMBUDS),
                Rule.roles("GET", "/audit/reads.csv", AUDITOR, BOARD_COMMITTEE, OMBUDS),
                Rule.signedIn("GET", "/record/reads"),
                Rule.anyone("GET", "/record/proofs"),
                Rule.anyone("GET", "/record/checkpoint"),
                Rule.anyone("GET", "/record/policy"),
                Rule.signedIn("GET", "/record/receipts/{index}"),
                Rule.staff("GET", "/contracts/{contractId}/timeline"),
                Rule.roles("GET", "/audit/erasures", AUDITOR, BOARD_COMMITTEE, OMBUDS),
                Rule.roles("POST", "/audit/erasures", BOARD_COMMITTEE, OMBUDS),
                Rule.roles("POST", "/audit/erasures/{id}/approve", BOARD_COMMITTEE, OMBUDS),
                Rule.roles("POST", "/audit/erasures/{id}/decline", BOARD_COMMITTEE, OMBUDS),
                Rule.roles("POST", "/audit/verify", AUDITOR, BOARD_COMMITTEE, OMBUDS),
                Rule.roles("GET", "/audit/{index}", AUDITOR, BOARD_COMMITTEE, OMBUDS, LEADERSHIP),
                Rule.roles("GET", ERASURES, AUDITOR, BOARD_COMMITTEE, OMBUDS),
                Rule.roles("GET", ERASURES + "/{erasureId}", AUDITOR, BOARD_COMMITTEE, OMBUDS),
                Rule.roles("POST", ERASURES, BOARD_COMMITTEE, OMBUDS),
                Rule.roles("POST", ERASURES + "/{erasureId}/approval", BOARD_COMMITTEE, OMBUDS),
                Rule.roles("POST", ERASURES + "/{erasureId}/refusal", BOARD_COMMITTEE, OMBUDS),
                Rule.roles("GET", "/api/record/verifications/last", AUDITOR, BOARD_COMMITTEE, OMBUDS),
                Rule.roles("POST", "/api/record/verifications", AUDITOR, BOARD_COMMITTEE, OMBUDS),
                Rule.roles("GET", "/api/record/entries", AUDITOR, BOARD_COMMITTEE, OMBUDS));
    }
}
