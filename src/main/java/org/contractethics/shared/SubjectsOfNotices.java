package org.contractethics.shared;

import java.util.Collection;
import java.util.Map;

/**
 * Names what notices are about. A notice carries no more than a reference, because what it was delivered with stays; the name is asked
 * for whenever the list is shown, as its reader may know it then. Implemented by modules whose references stand in notices.
 */
public interface SubjectsOfNotices {

    /**
     * By reference, the name; a reference that is unknown or whose name the reader may not know is absent.
     *
     * @param references of whatever module, for example {@code C-000012}
     */
    Map<String, String> named(Collection<String> references, Actor reader);
}
