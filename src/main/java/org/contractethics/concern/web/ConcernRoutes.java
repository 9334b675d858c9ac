package org.contractethics.concern.web;

import java.util.List;
import org.contractethics.access.RouteRules;
import org.contractethics.shared.Role;
import org.springframework.stereotype.Component;

/** Who gets as far as the concerns; which of them they see, and what they may do, is decided concern by concern. */
@Component
class ConcernRoutes implements RouteRules {

    private static final Role[] FILERS = {Role.EMPLOYEE, Role.EXTERNAL_FILER};
    /** The ombudsperson outside the company is registered as an external filer; what they may handle is decided concern by concern. */
    private static final Role[] OFFICERS = {Role.OMBUDS, Role.BOARD_COMMITTEE, Role.EXTERNAL_FILER};

    private static final Role[] BOTH = {Role.EMPLOYEE, Role.EXTERNAL_FILER, Role.OMBUDS, Role.BOARD_COMMITTEE};

    /** Those who weigh a contract; whether they read a concern about it is decided concern by concern. */
    private static final Role[] REVIEWERS = {
        Role.TRIAGE_OFFICER,
        Role.HR_REVIEWER,
        Role.LEGAL_REVIEWER,
        Role.PRODUCT_EXPERT,
        Role.EXTERNAL_EXPERT,
        Role.EMPLOYEE_PANELIST,
        Role.PANEL_CHAIR,
        Role.BOARD_COMMITTEE
    };

    @Override
    public List<Rule> rules() {
        return List.of(
                Rule.roles("GET", "/concerns/new", FILERS),
                Rule.roles("POST", "/concerns/new", FILERS),
                Rule.roles("POST", "/concerns/new/check", FILERS),
                Rule.roles("POST", "/concerns", FILERS),
                Rule.roles("GET", "/concerns", BOTH),
                Rule.roles("GET", "/concerns/{id}", BOTH),
                Rule.roles("GET", "/concerns/{id}/filed", FILERS),
                Rule.roles("GET", "/concerns/{id}/receipt", FILERS),
                Rule.roles("GET", "/concerns/{id}/withdraw", FILERS),
                Rule.roles("POST", "/concerns/{id}/withdraw", FILERS),
                Rule.roles("GET", "/concerns/{id}/files/{number}", BOTH),
                Rule.roles("POST", "/concerns/{id}/messages", BOTH),
                Rule.roles("POST", "/concerns/{id}/messages/check", FILERS),
                Rule.roles("POST", "/concerns/{id}/acknowledge", OFFICERS),
                Rule.roles("POST", "/concerns/{id}/answer", OFFICERS),
                Rule.roles("POST", "/concerns/{id}/meetings", FILERS),
                Rule.roles("POST", "/concerns/{id}/meetings/offer", OFFICERS),
                Rule.roles("POST", "/concerns/{id}/meetings/outcome", OFFICERS),
                Rule.roles("POST", "/concerns/{id}/appeal", FILERS),
                Rule.roles("POST", "/concerns/{id}/appeal-ruling", OFFICERS),
                Rule.roles("POST", "/concerns/{id}/check-ins", FILERS),
                Rule.roles("POST", "/concerns/{id}/legal-hold", OFFICERS),
                Rule.roles("POST", "/concerns/{id}/legal-hold/confirm", OFFICERS),
                Rule.roles("POST", "/concerns/{id}/legal-hold/lift", OFFICERS),
                Rule.roles("GET", "/concerns/{id}/findings/{allegation}", OFFICERS),
                Rule.roles("POST", "/concerns/{id}/findings", OFFICERS),
                Rule.roles("POST", "/concerns/{id}/openings", OFFICERS),
                Rule.roles("POST", "/concerns/{id}/openings/{opening}/consent", FILERS),
                Rule.roles("POST", "/concerns/{id}/openings/{opening}/refusal", FILERS),
                Rule.roles("POST", "/concerns/{id}/openings/{opening}/confirm", OFFICERS),
                Rule.roles("POST", "/concerns/{id}/openings/{opening}/name", OFFICERS),
                Rule.roles("POST", "/concerns/{id}/openings/{opening}/original", OFFICERS),
                Rule.roles("GET", "/contracts/{contractId}/concerns/{concernId}/question", REVIEWERS),
                Rule.roles("POST", "/contracts/{contractId}/concerns/{concernId}/question", REVIEWERS),
                Rule.roles("POST", "/concerns/{id}/questions/{number}/pass-on", OFFICERS),
                Rule.roles("POST", "/concerns/{id}/questions/{number}/turn-back", OFFICERS),
                Rule.roles("POST", "/concerns/{id}/questions/{number}/answer", FILERS),
                Rule.roles("POST", "/concerns/{id}/questions/{number}/release", OFFICERS),
                Rule.roles("GET", "/concern-outcomes", Role.EMPLOYEE),
                Rule.roles("POST", "/concerns/{id}/outcome", OFFICERS),
                Rule.roles("POST", "/concerns/{id}/measures", OFFICERS),
                Rule.roles("POST", "/concerns/{id}/release", OFFICERS),
                Rule.roles("POST", "/concerns/{id}/recusal", OFFICERS),
                Rule.roles("GET", "/api/contracts/{contractId}/concerns", REVIEWERS),
                Rule.roles("POST", "/api/contracts/{contractId}/concerns/{concernId}/questions", REVIEWERS),
                Rule.roles("GET", "/api/concerns", FILERS),
                Rule.roles("POST", "/api/concerns", FILERS),
                Rule.roles("GET", "/api/concerns/handled", OFFICERS),
                Rule.roles("GET", "/api/concerns/legal-holds", OFFICERS),
                Rule.roles("GET", "/api/concerns/openings", OFFICERS),
                Rule.roles("GET", "/api/concerns/ties", OFFICERS),
                Rule.roles("GET", "/api/concern-outcomes", Role.EMPLOYEE),
                Rule.roles("GET", "/api/concerns/{id}", BOTH),
                Rule.roles("GET", "/api/concerns/{id}/legal-hold", OFFICERS),
                Rule.roles("POST", "/api/concerns/{id}/legal-hold", OFFICERS),
                Rule.roles("POST", "/api/concerns/{id}/legal-hold/confirmation", OFFICERS),
                Rule.roles("POST", "/api/concerns/{id}/legal-hold/end", OFFICERS),
                Rule.roles("POST", "/api/concerns/{id}/openings", OFFICERS),
                Rule.roles("GET", "/api/concerns/{id}/openings/{opening}", OFFICERS),
                Rule.roles("POST", "/api/concerns/{id}/openings/{opening}/confirmation", OFFICERS),
                Rule.roles("POST", "/api/concerns/{id}/openings/{opening}/name", OFFICERS),
                Rule.roles("POST", "/api/concerns/{id}/openings/{opening}/original", OFFICERS),
                Rule.roles("POST", "/concerns/{id}/ties", OFFICERS),
                Rule.roles("POST", "/concerns/{id}/ties/{contract}/undo", OFFICERS),
                Rule.roles("POST", "/concerns/{id}/ties/{contract}/undo/refuse", OFFICERS),
                Rule.roles("POST", "/concerns/{id}/ties/{contract}/undo/take-back", OFFICERS),
                Rule.roles("POST", "/concerns/{id}/ties/{contract}/undo/confirm", OFFICERS),
                Rule.roles("GET", "/api/concerns/{id}/ties/{contract}", OFFICERS),
                Rule.roles("POST", "/api/concerns/{id}/ties", OFFICERS),
                Rule.roles("POST", "/api/concerns/{id}/ties/{contract}/undoing", OFFICERS),
                Rule.roles("POST", "/api/concerns/{id}/ties/{contract}/undoing/refusal", OFFICERS),
                Rule.roles("POST", "/api/concerns/{id}/ties/{contract}/undoing/taking-back", OFFICERS),
                Rule.roles("POST", "/api/concerns/{id}/ties/{contract}/undoing/confirmation", OFFICERS),
                Rule.roles("GET", "/api/concerns/{id}/files/{number}", BOTH),
                Rule.roles("POST", "/api/concerns/{id}/files", FILERS),
                Rule.roles("POST", "/api/concerns/{id}/openings/{opening}/consent", FILERS),
                Rule.roles("POST", "/api/concerns/{id}/openings/{opening}/refusal", FILERS),
                Rule.roles("POST", "/api/concerns/{id}/meetings", FILERS),
                Rule.roles("POST", "/api/concerns/{id}/meetings/offer", OFFICERS),
                Rule.roles("POST", "/api/concerns/{id}/meetings/outcome", OFFICERS),
                Rule.roles("POST", "/api/concerns/{id}/appeal", FILERS),
                Rule.roles("POST", "/api/concerns/{id}/appeal/ruling", OFFICERS),
                Rule.roles("POST", "/api/concerns/{id}/check-ins", FILERS),
                Rule.roles("POST", "/api/concerns/{id}/questions/{number}/answer", FILERS),
                Rule.roles("POST", "/api/concerns/{id}/findings", OFFICERS),
                Rule.roles("POST", "/api/concerns/{id}/measures", OFFICERS),
                Rule.roles("POST", "/api/concerns/{id}/release", OFFICERS),
                Rule.roles("POST", "/api/concerns/{id}/outcome", OFFICERS),
                Rule.roles("POST", "/api/concerns/{id}/recusal", OFFICERS),
                Rule.roles("POST", "/api/concerns/{id}/messages", BOTH),
                Rule.roles("POST", "/api/concerns/{id}/withdrawal", FILERS),
                Rule.roles("POST", "/api/concerns/{id}/acknowledgement", OFFICERS),
                Rule.roles("POST", "/api/concerns/{id}/answer", OFFICERS),
                Rule.roles("POST", "/api/concerns/{id}/questions/{number}/pass-on", OFFICERS),
                Rule.roles("POST", "/api/concerns/{id}/questions/{number}/turn-back", OFFICERS),
                Rule.roles("POST", "/api/concerns/{id}/questions/{number}/release", OFFICERS));
    }

    /** A text of a concern beside its author's name is what must never lie in a session, nor under a key of theirs. */
    @Override
    public List<String> neverKept() {
        return List.of(
                "/concerns",
                "/concerns/**",
                "/contracts/*/concerns/**",
                "/api/concerns",
                "/api/concerns/**",
                "/api/contracts/*/concerns/**");
    }
}
