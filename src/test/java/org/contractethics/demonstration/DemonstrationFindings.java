package org.contractethics.demonstration;

import java.util.List;
import java.util.Map;
import org.contractethics.ApiCalls;
import org.contractethics.ApiCalls.Answer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;

/**
 * What the registers of agencies and of countries hold in the run command: one published finding on the agency of the demonstration's
 * cases, no graver than their triage says, and one country whose indices leave no doubt.
 */
public final class DemonstrationFindings {

    static final String AGENCY = "U.S. Immigration and Customs Enforcement";
    static final String TITLE =
            "OIG-19-47: Concerns about ICE Detainee Treatment and Care at Four Detention Facilities";
    static final String COUNTRY = "MM";

    private static final Logger LOG = LoggerFactory.getLogger(DemonstrationFindings.class);
    private static final String FINDINGS = "/api/agencies/findings";
    private static final String RECORDS = "/api/countries/records";

    private final ApiCalls api;

    public DemonstrationFindings(Environment settings) {
        this.api = new ApiCalls(settings);
    }

    /** Cites the finding and writes the record where they are not there yet. */
    public void takeUp() {
        try {
            if (missing("dana.whitfield", FINDINGS, "title", TITLE)) {
                cite();
            }
            if (missing("ines.duarte", RECORDS, "country", COUNTRY)) {
                write();
            }
        } catch (IllegalStateException refused) {
            LOG.warn("demonstration of the registers not made: {}", refused.getMessage());
        }
    }

    private boolean missing(String reader, String register, String field, String value) {
        return api.get(reader, register).body().valueStream().noneMatch(entry -> entry.path(field)
                .asString()
                .equals(value));
    }

    private void cite() {
        checked(
                api.post(
                        "dana.whitfield",
                        FINDINGS,
                        Map.of(
                                "agency",
                                AGENCY,
                                "level",
                                "DOCUMENTED",
                                "international",
                                false,
                                "source",
                                "Office of Inspector General, US Department of Homeland Security",
                                "title",
                                TITLE,
                                "foundOn",
                                "2019-06-03",
                                "summary",
                                "Unannounced inspections of four detention facilities found that standards of detention were broken:"
                                        + " spoiled food, segregation and restraints without the hearings they ask for, unsafe rooms.")));
    }

    private void write() {
        checked(api.post(
                "ines.duarte",
                RECORDS,
                Map.of(
                        "country",
                        COUNTRY,
                        "band",
                        "CRITICAL",
                        "conflict",
                        true,
                        "indices",
                        List.of(
                                "Freedom in the World, edition 2024: 8 of 100, not free",
                                "Rule of law index, V-Dem, of 2024: 0.061 of 1"),
                        "reading",
                        "Both indices stand near their lowest value, and the army rules by force since February 2021. Neither"
                                + " says what is done in places that no observer reaches.")));
    }

    private static void checked(Answer answer) {
        if (answer.status() != 201) {
            throw new IllegalStateException(answer.toString());
        }
    }
}
