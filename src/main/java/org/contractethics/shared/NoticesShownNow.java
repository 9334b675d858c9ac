package org.contractethics.shared;

import java.util.Collection;
import java.util.Map;

/**
 * Says what may be shown now of notices that tell of what their reader can lose the right to. Implemented by modules that send such
 * notices.
 */
public interface NoticesShownNow {

    /**
     * By link, the text to show instead of what was delivered; a link whose notice may be shown as it was is absent.
     *
     * @param links of notices of this reader, of whatever module
     */
    Map<String, String> insteadOf(Collection<String> links, Actor reader);
}
