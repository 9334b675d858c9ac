package org.contractethics.review.web;

import java.util.List;
import java.util.UUID;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.review.internal.followup.Incident;
import org.contractethics.review.internal.followup.Incident.EvidenceFile;
import org.contractethics.review.internal.followup.Incidents;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.Times;
import org.springframework.stereotype.Component;

/** What became known of a contract, as it stands beside the work that it brought about. */
@Component
class IncidentStatements {

    private final Incidents incidents;
    private final RightOptions rights;
    private final PeopleDirectory people;

    IncidentStatements(Incidents incidents, RightOptions rights, PeopleDirectory people) {
        this.incidents = incidents;
        this.rights = rights;
        this.people = people;
    }

    /** The latest first. */
    List<Statement> all(ContractId contract) {
        return incidents.of(contract).stream()
                .map(incident -> statement(contract, incident))
                .toList();
    }

    /** The one with this id; empty where the contract has none. */
    List<Statement> one(ContractId contract, UUID id) {
        return incidents.of(contract).stream()
                .filter(incident -> incident.id().equals(id))
                .map(incident -> statement(contract, incident))
                .toList();
    }

    private Statement statement(ContractId contract, Incident incident) {
        Statement.Builder statement = Statement.titled(
                        incident.kind().label() + " of " + Times.words(incident.happenedOn()))
                .line("What happened", incident.account())
                .line(
                        "Source",
                        incident.source() + "; reliability "
                                + incident.reliability().label())
                .lines("Rights concerned", rights.names(incident.rights()));
        for (EvidenceFile file : incident.evidence()) {
            String path = "/contracts/" + contract + "/incidents/" + incident.id() + "/files/" + file.number();
            statement.line(
                    "Evidence",
                    file.readable()
                            ? file.fileName() + ", safe copy"
                            : file.fileName() + ", original only: " + file.noCopy(),
                    file.readable() ? path : path + "/original");
            if (!file.text().missing().isEmpty()) {
                statement.line("Search", file.fileName() + ": " + file.text().missing());
            }
            file.text().insideLines().forEach(line -> statement.line("Search", file.fileName() + ": " + line));
        }
        return statement
                .line(
                        "Recorded by",
                        people.displayName(incident.recordedBy()) + ", " + Times.words(incident.recordedAt()))
                .build();
    }
}
