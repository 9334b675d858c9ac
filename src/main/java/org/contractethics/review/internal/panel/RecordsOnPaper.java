package org.contractethics.review.internal.panel;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.contractethics.paper.Paper;
import org.contractethics.review.internal.RegisteredRecords;
import org.contractethics.screening.OnRecord;
import org.contractethics.screening.SinceTriage;
import org.springframework.stereotype.Component;

/** What is on record of the agencies and countries of a case, for the panel; what its triage did not know is marked. */
@Component
class RecordsOnPaper {

    private final RegisteredRecords records;
    private final SinceTriage since;

    RecordsOnPaper(RegisteredRecords records, SinceTriage since) {
        this.records = records;
        this.since = since;
    }

    void on(Paper.Builder paper, MeetingCase one) {
        Map<UUID, String> marks = since.of(one.contract().id());
        paper.heading(2, "Found of the agency")
                .items(
                        lines(records.findings(one.contract()), marks),
                        "Nothing is cited. That does not say that there is nothing.")
                .heading(2, "Records of the countries")
                .items(lines(records.countryRecords(one.contract()), marks), "No country has a record.");
    }

    private static List<String> lines(List<OnRecord> records, Map<UUID, String> marks) {
        return records.stream()
                .map(one -> marks.containsKey(one.id()) ? one.line() + ". " + marks.get(one.id()) : one.line())
                .toList();
    }
}
