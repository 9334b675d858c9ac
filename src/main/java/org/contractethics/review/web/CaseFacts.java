package org.contractethics.review.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.contract.AgencyType;
import org.contractethics.contract.Contract;
import org.contractethics.contract.Contract.Agency;
import org.contractethics.document.Documents;
import org.contractethics.policy.Policy;
import org.contractethics.review.internal.CalledIn;
import org.contractethics.review.internal.CalledInReviews;
import org.contractethics.review.internal.Clarifications;
import org.contractethics.review.internal.ReviewCase;
import org.contractethics.review.internal.StageResult;
import org.contractethics.review.internal.StageResults;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Times;
import org.springframework.stereotype.Component;

/** What stands beside every form: the facts of the contract, its documents, and what earlier stages found. */
@Component
class CaseFacts {

    private final Documents documents;
    private final Policy policy;
    private final StageResults results;
    private final StageStatements stages;
    private final Clarifications clarifications;
    private final IncidentStatements incidents;
    private final RedFlagWords redFlags;
    private final CalledInReviews calls;
    private final PeopleDirectory people;

    CaseFacts(
            Documents documents,
            Policy policy,
            StageResults results,
            StageStatements stages,
            Clarifications clarifications,
            IncidentStatements incidents,
            RedFlagWords redFlags,
            CalledInReviews calls,
            PeopleDirectory people) {
        this.documents = documents;
        this.policy = policy;
        this.results = results;
        this.stages = stages;
        this.clarifications = clarifications;
        this.incidents = incidents;
        this.redFlags = redFlags;
        this.calls = calls;
        this.people = people;
    }

    List<Statement> beside(ReviewCase review, Contract contract, Actor viewer) {
        List<Statement> statements = new ArrayList<>();
        statements.add(contract(contract));
        statements.add(papers(contract));
        statements.add(redFlags.beside(contract.id(), viewer));
        statements.add(intake(review));
        statements.addAll(incidents.all(contract.id()));
        results.of(review.id()).stream()
                .filter(result -> result.pass() == review.pass())
                .sorted((a, b) -> b.completedAt().compareTo(a.completedAt()))
                .map(stages::of)
                .forEach(statements::add);
        results.carriedOver(review.id(), review.pass()).stream()
                .map(stages::carriedOver)
                .forEach(statements::add);
        return statements;
    }

    List<Statement> stages(ReviewCase review, int pass) {
        return Stream.concat(
                        results.carriedOver(review.id(), pass).stream().map(stages::carriedOver),
                        results.of(review.id()).stream()
                                .filter(result -> result.pass() == pass)
                                .map(stages::of))
                .toList();
    }

    List<StageResult> results(ReviewCase review) {
        return results.of(review.id());
    }

    Statement contract(Contract contract) {
        return Statement.titled("Contract")
                .line("Reference", contract.reference(), "/contracts/" + contract.id())
                .line("Title", contract.title())
                .line("Agency", inWords(contract.awardingAgency()))
                .line("Supplier", contract.supplier())
                .line("Resellers", String.join("; ", contract.resellers()))
                .line("End users", contract.endUsers().isEmpty() ? "Not known" : String.join("; ", contract.endUsers()))
                .line("Capabilities", capabilities(contract))
                .line("Countries", contract.countries().stream().sorted().collect(Collectors.joining(", ")))
                .line("Secrecy", ReviewWords.plain(contract.secrecy().name()))
                .build();
    }

    /** With its class; where the list of agencies in force has another than the register, with both: triage weighs that of the list. */
    private String inWords(Agency agency) {
        AgencyType registered = agency.type();
        AgencyType listed = policy.agencyType(agency.name()).map(AgencyType::of).orElse(registered);
        return agency.name() + ", " + listed.label()
                + (listed == registered
                        ? ""
                        : " by the list of agencies in force; registered as " + registered.label());
    }

    private String capabilities(Contract contract) {
        String labels = policy.capabilityLabels(contract.capabilities());
        return labels.isEmpty() ? "Not stated" : labels;
    }

    private Statement papers(Contract contract) {
        Statement.Builder papers = Statement.titled("Documents");
        documents
                .currentVersions(contract.id())
                .forEach(version -> papers.line(
                        "Document",
                        version.title() + ", version " + version.number() + ", " + version.clauseCount()
                                + (version.clauseCount() == 1 ? " clause" : " clauses"),
                        "/contracts/" + contract.id() + "/documents/" + version.id()));
        return papers.build();
    }

    Statement intake(ReviewCase review) {
        Statement.Builder intake = submission(review);
        clarifications
                .question(review.id(), review.pass())
                .ifPresent(question -> intake.line("Returned with", question));
        return intake.build();
    }

    /** What is known before anybody reviewed: contract, documents, submission. */
    List<Statement> unreviewed(ReviewCase review, Contract contract) {
        return List.of(contract(contract), papers(contract), submission(review).build());
    }

    private String caller(CalledIn call) {
        String by =
                call.calledBy().equals(Actor.SYSTEM.username()) ? "The procedure" : people.displayName(call.calledBy());
        return by + ", " + Times.words(call.calledAt());
    }

    private Statement.Builder submission(ReviewCase review) {
        Statement.Builder submission = Statement.titled("Submission");
        calls.find(review.id())
                .ifPresent(call -> submission.line("Called in by", caller(call)).line("Reasons", call.reasons()));
        return submission
                .line("End use as stated", review.intake().endUse())
                .line(
                        "Planned signature",
                        review.intake().plannedSignature() == null
                                ? "Not known"
                                : Times.words(review.intake().plannedSignature()))
                .lines("Gap", review.intake().gaps());
    }
}
