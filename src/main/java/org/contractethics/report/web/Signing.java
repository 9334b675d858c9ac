package org.contractethics.report.web;

import org.contractethics.report.internal.Period;
import org.contractethics.report.internal.SignedReport.Kind;
import org.contractethics.report.internal.SignedReports;
import org.contractethics.report.internal.SigningReports;
import org.contractethics.shared.Actor;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the page of a report shows of its signature. */
@Component
class Signing {

    private final SigningReports signing;
    private final SignedReports signed;

    Signing(SigningReports signing, SignedReports signed) {
        this.signing = signing;
        this.signed = signed;
    }

    /**
     * @param cut whether the report shows a part only or another period than was asked for, which is never signed
     * @param seen fingerprint of what the page shows
     */
    void add(Model model, Kind kind, Period period, boolean cut, String seen, Actor viewer) {
        model.addAttribute("signed", signed.of(kind, period).orElse(null));
        model.addAttribute("kind", kind);
        model.addAttribute("signedPeriod", period);
        model.addAttribute("seen", seen);
        model.addAttribute(
                "maySign", !cut && signing.refusal(kind, period, viewer).isEmpty());
    }
}
