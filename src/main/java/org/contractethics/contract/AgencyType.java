package org.contractethics.contract;

import java.util.Arrays;

/** Classes of agencies, as decision table 2.3 scores them. {@link #UNKNOWN} is never scored low (H16). */
public enum AgencyType {
    IMMIGRATION_ENFORCEMENT("Immigration enforcement"),
    BORDER("Border control"),
    POLICE("Police"),
    INTELLIGENCE("Intelligence"),
    MILITARY("Military"),
    PRISON_DETENTION("Prison or detention"),
    STATE_SECURITY("State security"),
    PROSECUTION_COURTS("Prosecution or courts"),
    INTERIOR("Interior"),
    TELECOM_REGULATOR("Telecom regulator"),
    TAX_CUSTOMS("Tax or customs"),
    SOCIAL_WELFARE("Social welfare"),
    STATE_TELECOM("State telecom"),
    INTEGRATOR_RESELLER("Integrator or reseller for an agency"),
    HEALTH("Health"),
    EDUCATION("Education"),
    GENERAL_ADMINISTRATION("General or local administration"),
    INTERGOVERNMENTAL("Intergovernmental"),
    CULTURE("Culture"),
    WEATHER_SCIENCE("Weather or science"),
    UNKNOWN("Unknown or unlisted");

    private final String label;

    AgencyType(String label) {
        this.label = label;
    }

    /** The class of this code; one that a later policy has and this software does not know is an unknown one. */
    public static AgencyType of(String code) {
        return Arrays.stream(values())
                .filter(type -> type.name().equals(code))
                .findFirst()
                .orElse(UNKNOWN);
    }

    /** The words shown on screen. */
    public String label() {
        return label;
    }
}
