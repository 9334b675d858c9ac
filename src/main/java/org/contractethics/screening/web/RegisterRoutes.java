package org.contractethics.screening.web;

import java.util.List;
import org.contractethics.access.RouteRules;
import org.contractethics.screening.internal.agencies.CitingFindings;
import org.contractethics.screening.internal.agencies.WithdrawingFindings;
import org.contractethics.screening.internal.countries.KeepingCountryRecords;
import org.contractethics.shared.Role;
import org.springframework.stereotype.Component;

/** Who may call the routes of the registers of agencies and countries; all staff read them. */
@Component
class RegisterRoutes implements RouteRules {

    @Override
    public List<Rule> rules() {
        Role[] citing = CitingFindings.roles();
        Role[] ruling = WithdrawingFindings.roles();
        Role[] writing = KeepingCountryRecords.writing();
        Role[] confirming = KeepingCountryRecords.ruling();
        return List.of(
                Rule.staff("GET", "/agencies"),
                Rule.roles("POST", "/agencies/findings", citing),
                Rule.roles("POST", "/agencies/findings/{findingId}/withdrawal", citing),
                Rule.roles("POST", "/agencies/findings/{findingId}/withdrawal/ruling", ruling),
                Rule.staff("GET", "/api/agencies/findings"),
                Rule.roles("POST", "/api/agencies/findings", citing),
                Rule.roles("POST", "/api/agencies/findings/{findingId}/withdrawal", citing),
                Rule.roles("POST", "/api/agencies/findings/{findingId}/withdrawal/ruling", ruling),
                Rule.staff("GET", "/countries"),
                Rule.roles("POST", "/countries/records", writing),
                Rule.roles("POST", "/countries/records/{recordId}/ruling", confirming),
                Rule.staff("GET", "/api/countries/records"),
                Rule.roles("POST", "/api/countries/records", writing),
                Rule.roles("POST", "/api/countries/records/{recordId}/ruling", confirming));
    }
}
