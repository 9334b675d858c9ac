package org.contractethics.report.internal;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.contractethics.record.RecordEntry;
import org.jspecify.annotations.Nullable;

/**
 * What the triage tables were told, as codes; what an entry does not say is null, which is not the same as unknown to the triage. None of
 * it is withheld by a redaction or secrecy terms: where the name of an agency is, its class is shown instead (H18).
 */
record TriageInputs(@Nullable String agencyClass, @Nullable String countryBand, @Nullable String secrecy) {

    static final TriageInputs UNRECORDED = new TriageInputs(null, null, null);

    /** The words are those of the register. */
    static final Map<String, String> AGENCY_CLASSES = Words.labels(
            "IMMIGRATION_ENFORCEMENT", "Immigration enforcement",
            "BORDER", "Border control",
            "POLICE", "Police",
            "INTELLIGENCE", "Intelligence",
            "MILITARY", "Military",
            "PRISON_DETENTION", "Prison or detention",
            "STATE_SECURITY", "State security",
            "PROSECUTION_COURTS", "Prosecution or courts",
            "INTERIOR", "Interior",
            "TELECOM_REGULATOR", "Telecom regulator",
            "TAX_CUSTOMS", "Tax or customs",
            "SOCIAL_WELFARE", "Social welfare",
            "STATE_TELECOM", "State telecom",
            "INTEGRATOR_RESELLER", "Integrator or reseller for an agency",
            "HEALTH", "Health",
            "EDUCATION", "Education",
            "GENERAL_ADMINISTRATION", "General or local administration",
            "INTERGOVERNMENTAL", "Intergovernmental",
            "CULTURE", "Culture",
            "WEATHER_SCIENCE", "Weather or science",
            "UNKNOWN", "Unknown or unlisted");

    static final Map<String, String> COUNTRY_BANDS = Words.labels(
            "CRITICAL", "Critical",
            "HIGH", "High",
            "MEDIUM", "Medium",
            "LOW", "Low",
            "UNKNOWN", "Unknown at the triage");

    static final Map<String, String> SECRECY = Words.labels(
            "SECRET", "Under secrecy terms", "OPEN", "Without secrecy terms", "UNKNOWN", "Unknown at the triage");

    static TriageInputs of(RecordEntry triage) {
        if (!(triage.facts().get("inputs") instanceof Map<?, ?> inputs)) {
            return UNRECORDED;
        }
        return new TriageInputs(
                code(inputs, "agencyType", AGENCY_CLASSES),
                code(inputs, "countryBand", COUNTRY_BANDS),
                inputs.get("secret") instanceof Boolean secret
                        ? (secret ? "SECRET" : "OPEN")
                        : code(inputs, "secret", SECRECY));
    }

    /** The fold must never stop, and never invent: a code it does not know is not recorded for it. */
    private static @Nullable String code(Map<?, ?> inputs, String name, Map<String, String> known) {
        String code =
                String.valueOf(Objects.requireNonNullElse(inputs.get(name), "")).toUpperCase(Locale.ROOT);
        return known.keySet().stream().filter(code::equals).findFirst().orElse(null);
    }
}
