package org.contractethics.finding.internal;

import java.util.Optional;
import org.contractethics.finding.CheckKind;
import org.contractethics.finding.Findings;
import org.contractethics.finding.Findings.CheckInfo;
import org.contractethics.shared.RedFlagNames;
import org.springframework.stereotype.Component;

/** The names of red flags by the query set in use. */
@Component
class NamesOfRedFlags implements RedFlagNames {

    private final Findings findings;

    NamesOfRedFlags(Findings findings) {
        this.findings = findings;
    }

    @Override
    public Optional<String> name(String check) {
        return findings.check(check)
                .filter(info -> info.kind() == CheckKind.RED_FLAG)
                .map(CheckInfo::name);
    }
}
