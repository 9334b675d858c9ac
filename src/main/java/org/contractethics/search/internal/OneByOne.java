package org.contractethics.search.internal;

import java.util.Collection;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Work on many things, of which one that fails does not stop the others; a cluster that is gone stops all. */
final class OneByOne {

    private static final Logger log = LoggerFactory.getLogger(OneByOne.class);

    private OneByOne() {}

    /** Throws the first failure when all others are done, so that the work is not taken for complete. */
    static <T> void each(String what, Collection<T> all, Consumer<T> work) {
        RuntimeException first = null;
        for (T one : all) {
            try {
                work.accept(one);
            } catch (SearchDown gone) {
                throw gone;
            } catch (RuntimeException failure) {
                log.error("{} failed id={}", what, one, failure);
                first = first == null ? failure : first;
            }
        }
        if (first != null) {
            throw first;
        }
    }
}
