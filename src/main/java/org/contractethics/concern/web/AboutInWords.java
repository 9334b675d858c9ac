package org.contractethics.concern.web;

import org.contractethics.concern.internal.Concern;
import org.contractethics.concern.internal.Matters;
import org.contractethics.shared.ConcernMatter;
import org.springframework.stereotype.Component;

/** What a concern is about where it names no contract, in words for the pages. */
@Component("concernAbout")
public class AboutInWords {

    private final Matters matters;

    AboutInWords(Matters matters) {
        this.matters = matters;
    }

    /** What kind of thing it is: the heading of the words. */
    public String kind(Concern concern) {
        ConcernMatter matter = concern.matter();
        if (matter != null) {
            return matter.kind().label();
        }
        return concern.agency() == null ? "Contract" : "Agency";
    }

    public String of(Concern concern) {
        ConcernMatter matter = concern.matter();
        if (matter != null) {
            return matters.inWords(matter);
        }
        return concern.agency() == null ? "Unknown contract" : "All contracts of the agency " + concern.agency();
    }
}
