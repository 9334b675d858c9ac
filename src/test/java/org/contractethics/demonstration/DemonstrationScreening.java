package org.contractethics.demonstration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.contractethics.ApiCalls;
import org.contractethics.ApiCalls.Answer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ClassPathResource;

/**
 * A dated extract of a list of the run command, and a contract with a reseller whose name is near one of it, so that a hit can be seen. The
 * list is years old, and every page says so. The contract is invented; the entry is real, and that they are the same is nowhere said.
 */
public final class DemonstrationScreening {

    static final String CONTRACT = "Airfield weather sensors";

    private static final Logger LOG = LoggerFactory.getLogger(DemonstrationScreening.class);
    private static final String FOLDER = "demonstration/lists/";
    private static final String DAY = "2021-07-01";
    private static final String LIST = "OFAC Specially Designated Nationals (extract)";
    private static final String NEAR = "Aero Caribbean Airlines Ltd";

    private final ApiCalls api;

    public DemonstrationScreening(Environment settings) {
        this.api = new ApiCalls(settings);
    }

    /** Brings the list and registers the contract where they are not there yet. */
    public void takeUp() {
        try {
            if (!loaded()) {
                load();
            }
            boolean known = !api.get("august.lund", "/api/contracts?q=" + CONTRACT.replace(' ', '+'))
                    .body()
                    .path("contracts")
                    .isEmpty();
            if (!known) {
                register();
            }
        } catch (IllegalStateException refused) {
            LOG.warn("demonstration of the screening not made: {}", refused.getMessage());
        }
    }

    private boolean loaded() {
        return api.get("leo.brandt", "/api/screening/lists")
                .body()
                .valueStream()
                .anyMatch(source -> source.path("name").asString().equals(LIST));
    }

    private void load() {
        Answer source = checked(api.post(
                "leo.brandt",
                "/api/screening/lists",
                Map.of(
                        "name", LIST,
                        "format", "OFAC",
                        "licence", "Public domain: work of the US Government (17 U.S.C. 105)",
                        "attribution", "US Department of the Treasury, Office of Foreign Assets Control",
                        "staleAfterDays", 30)));
        Map<String, byte[]> files = new LinkedHashMap<>();
        List.of("sdn.csv", "alt.csv", "add.csv").forEach(name -> files.put(name, file(name)));
        checked(api.upload(
                "leo.brandt",
                "/api/screening/lists/" + source.body().path("id").asString() + "/versions?stated=" + DAY,
                files));
    }

    private void register() {
        CaseByApi.registered(
                api,
                Map.ofEntries(
                        Map.entry("title", CONTRACT),
                        Map.entry("awardingAgency", "Office of Aviation Weather"),
                        Map.entry("awardingAgencyType", "WEATHER_SCIENCE"),
                        Map.entry("awardingAgencyCountry", "US"),
                        Map.entry("supplier", "Our company"),
                        Map.entry("resellers", List.of(NEAR)),
                        Map.entry("endUsers", List.of("Forecasters")),
                        Map.entry("capabilities", List.of("CLOUD_HOSTING")),
                        Map.entry("dataKinds", List.of("NO_PERSONAL_DATA")),
                        Map.entry("countries", List.of("US")),
                        Map.entry("currency", "USD")));
    }

    private static Answer checked(Answer answer) {
        if (answer.status() != 201) {
            throw new IllegalStateException(answer.toString());
        }
        return answer;
    }

    private static byte[] file(String name) {
        try {
            return new ClassPathResource(FOLDER + name).getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
