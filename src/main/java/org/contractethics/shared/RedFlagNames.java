package org.contractethics.shared;

import java.util.Optional;

/** The names of what documents are searched for, for those who know red flags by their numbers only. Implemented by the findings. */
public interface RedFlagNames {

    /** For example "Predictive policing" for {@code K22}; empty where nothing is searched for under this number. */
    Optional<String> name(String check);
}
