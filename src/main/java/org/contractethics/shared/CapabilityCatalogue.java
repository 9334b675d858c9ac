package org.contractethics.shared;

import java.util.Map;

/** What technology can do, as the policy in force names it. Implemented by the policy. */
public interface CapabilityCatalogue {

    /** Code to words, in the order of the catalogue. No code that was in it once is missing. */
    Map<String, String> labels();
}
