package org.contractethics.screening;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is cited of agencies, one by one; every employee may read it. */
public interface CitedFindings {

    /**
     * Every finding that stands, the gravest and newest first; that there is none does not say that there is nothing.
     *
     * @param agencies by the names that the register of contracts writes them with
     */
    List<Finding> standing(Collection<String> agencies);

    /**
     * A finding that nobody took back.
     *
     * @param international whether an international court or a UN inquiry found it
     * @param source who found it
     * @param address where it is read; null where it is not on the web
     * @param foundOn the day of the judgment or report
     * @param steps effective steps taken since; null where none are known
     * @param waits whether somebody asked to take it back; it counts until somebody else agrees
     */
    record Finding(
            RecordLevel level,
            boolean international,
            String source,
            String title,
            @Nullable String address,
            LocalDate foundOn,
            String summary,
            @Nullable String steps,
            boolean waits) {}
}
