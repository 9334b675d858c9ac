package org.contractethics.shared;

import java.util.Optional;

/**
 * News for a person beside whose name nothing may be kept, so that no notice can be delivered: it is found out each time they look, and
 * nothing is stored of it. Implemented by modules that know such news.
 */
public interface NewsForPerson {

    /** What is new for them now; empty where nothing is. */
    Optional<News> newsFor(Actor person);

    /**
     * @param title one line, shown as link text
     * @param text one short paragraph, never anything of a concern
     * @param link path inside the application, beginning with a slash
     */
    record News(String title, String text, String link) {}
}
