package org.contractethics.finding;

import java.util.List;
import org.contractethics.finding.Findings.CheckInfo;
import org.contractethics.finding.Findings.Finding;

/**
 * What the current documents show of one red flag. One confirmed place is enough for it to stand; it is set aside only where each place
 * was rejected.
 *
 * @param places where its words stand, without those that their own sentence denies; never empty
 */
public record RedFlag(CheckInfo check, List<Finding> places) {

    public RedFlag {
        places = List.copyOf(places);
    }

    public boolean confirmed() {
        return places.stream().anyMatch(Finding::confirmed);
    }

    public boolean setAside() {
        return places.stream().allMatch(Finding::rejected);
    }

    public boolean judged() {
        return confirmed() || setAside();
    }

    /** The words shown on screen. */
    public String state() {
        if (confirmed()) {
            return "Confirmed";
        }
        return setAside() ? "Set aside" : "Not judged";
    }

    /** The place that its state rests on: the one that was confirmed, else one nobody judged, else any. */
    public Finding place() {
        return places.stream()
                .filter(Finding::confirmed)
                .findFirst()
                .or(() -> places.stream()
                        .filter(finding -> finding.standing().isEmpty())
                        .findFirst())
                .orElse(places.get(0));
    }

    /** Number and name of the check. */
    public String name() {
        return check.id() + " " + check.name();
    }
}
