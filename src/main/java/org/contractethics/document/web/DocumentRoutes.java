package org.contractethics.document.web;

import java.util.List;
import org.contractethics.access.RouteRules;
import org.contractethics.shared.Role;
import org.springframework.stereotype.Component;

/** Who may call the routes of this module; the use cases then ask what the person may do with this very contract. */
@Component
class DocumentRoutes implements RouteRules {

    private static final String PASSWORD = "/contracts/{contractId}/documents/{versionId}/password";

    /** A password of a file is kept nowhere, so not for after the sign-in either, nor under a key. */
    @Override
    public List<String> neverKept() {
        return List.of(PASSWORD, "/api" + PASSWORD);
    }

    @Override
    public List<Rule> rules() {
        return List.of(
                Rule.signedIn("GET", "/contracts/{contractId}/documents"),
                Rule.roles("POST", "/contracts/{contractId}/documents", Role.SUBMITTER, Role.LEGAL_REVIEWER),
                Rule.signedIn("GET", "/contracts/{contractId}/documents/{versionId}"),
                Rule.signedIn("GET", "/contracts/{contractId}/documents/{versionId}/original"),
                Rule.signedIn("GET", "/contracts/{contractId}/documents/{versionId}/compare"),
                Rule.signedIn("GET", "/contracts/{contractId}/documents/{versionId}/redline"),
                Rule.signedIn("GET", "/contracts/{contractId}/documents/{versionId}/terms"),
                Rule.roles(
                        "POST",
                        "/contracts/{contractId}/documents/{versionId}/terms",
                        Role.SUBMITTER,
                        Role.LEGAL_REVIEWER),
                Rule.signedIn("GET", "/contracts/{contractId}/document-changes"),
                Rule.roles(
                        "POST",
                        "/contracts/{contractId}/documents/{versionId}/reading",
                        Role.SUBMITTER,
                        Role.LEGAL_REVIEWER),
                Rule.roles("POST", PASSWORD, Role.SUBMITTER, Role.LEGAL_REVIEWER),
                Rule.roles(
                        "POST",
                        "/api/contracts/{contractId}/documents/{versionId}/reading",
                        Role.SUBMITTER,
                        Role.LEGAL_REVIEWER),
                Rule.roles("POST", "/api" + PASSWORD, Role.SUBMITTER, Role.LEGAL_REVIEWER),
                Rule.roles(
                        "POST",
                        "/api/contracts/{contractId}/incorporated-documents/links",
                        Role.SUBMITTER,
                        Role.LEGAL_REVIEWER),
                Rule.signedIn("GET", "/api/contracts/{contractId}/documents"),
                Rule.roles("POST", "/api/contracts/{contractId}/documents", Role.SUBMITTER, Role.LEGAL_REVIEWER),
                Rule.signedIn("GET", "/api/contracts/{contractId}/documents/{versionId}"),
                Rule.signedIn("GET", "/api/contracts/{contractId}/documents/{versionId}/clauses"),
                Rule.signedIn("GET", "/api/contracts/{contractId}/documents/{versionId}/outline"),
                Rule.signedIn("GET", "/api/contracts/{contractId}/documents/{versionId}/terms"),
                Rule.signedIn("GET", "/api/contracts/{contractId}/documents/{versionId}/references"),
                Rule.signedIn("GET", "/api/contracts/{contractId}/documents/{versionId}/comparison"),
                Rule.signedIn("GET", "/api/contracts/{contractId}/incorporated-documents"),
                Rule.signedIn("GET", "/api/contracts/{contractId}/documents/{versionId}/original"));
    }
}
