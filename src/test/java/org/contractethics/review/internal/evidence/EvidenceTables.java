package org.contractethics.review.internal.evidence;

import java.time.LocalDate;
import java.util.UUID;
import org.contractethics.review.internal.ReviewCase;
import org.contractethics.review.internal.StageResults;
import org.contractethics.review.internal.evidence.Consultation.Account;
import org.contractethics.review.internal.evidence.Consultation.Kind;
import org.contractethics.review.internal.evidence.Consultation.Manner;
import org.contractethics.review.internal.evidence.Source.Credibility;
import org.contractethics.review.internal.evidence.Source.Description;
import org.contractethics.review.internal.followup.Incident.Reliability;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sources and consultations of tests without Spring. */
public record EvidenceTables(
        SourceList sources, Consultations consultations, AssessmentGrounds grounds, JdbcClient jdbc) {

    public static EvidenceTables on(JdbcClient jdbc, StageResults results, ApplicationEventPublisher events) {
        Sources sources = new Sources(jdbc);
        Consultations consultations = new Consultations(jdbc);
        return new EvidenceTables(
                new SourceList(sources, events),
                consultations,
                new AssessmentGrounds(sources, consultations, results),
                jdbc);
    }

    public static Description ruling(boolean independent) {
        return new Description(
                "Ruling on detention",
                "Supreme Court",
                Source.Kind.COURT,
                "https://court.example/rulings/1",
                LocalDate.of(2026, 1, 5),
                Reliability.A,
                Credibility.CONFIRMED,
                independent);
    }

    /** Once in each review. */
    public void consult(ReviewCase review, Kind kind, String by) {
        if (consultations.of(review.id()).stream()
                .anyMatch(entry -> entry.account().kind() == kind)) {
            return;
        }
        declare(review, by);
        consultations.add(new Consultation(
                UUID.randomUUID(),
                review.id(),
                consultations.of(review.id()).size() + 1,
                review.pass(),
                new Account(
                        kind,
                        "Two associations of migrants",
                        kind == Kind.PROXY ? "They run shelters and take no money of ours" : "",
                        LocalDate.of(2026, 2, 3),
                        Manner.MEETING,
                        "Families fear to be traced.",
                        "The scale was raised."),
                by,
                review.openedAt()));
    }

    /** Signed before anything is added, as everybody does. */
    public void declare(ReviewCase review, String person) {
        jdbc.sql(
                        """
                        insert into review.conflict_declaration (id, review_id, person, conflict, declared_at)
                        values (gen_random_uuid(), :review, :person, false, now()) on conflict do nothing
                        """)
                .param("review", review.id().value())
                .param("person", person)
                .update();
    }
}
