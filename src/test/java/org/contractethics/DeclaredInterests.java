package org.contractethics;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Everybody signs the declaration of interests of a review before they work on it (H2). People of tests do so here: whatever sends for them
 * asks before each request, so that tests tell of what they are about.
 */
public final class DeclaredInterests {

    /** Addresses of pages and of the API at which stages are worked on; a path without a stage belongs to the vote. */
    private static final Pattern WORK = Pattern.compile(
            "(?:/api)?/reviews/([0-9a-f-]{36})/(?:stages/([a-z-]+)|questions/([a-z-]+)|vote/close|panel/seats|(appeal)/vote)(?:[/?].*)?");

    /** Addresses at which something is added to a review, without a stage. */
    private static final Pattern ADDING = Pattern.compile(
            "(?:/api)?/reviews/([0-9a-f-]{36})/(?:sources|consultations|discussion|comments|triage-findings|residual-severity(?:/countersignature)?|advice(?:/[0-9a-f-]{36}/countersignature)?)");

    private static final Set<String> SIGNED = ConcurrentHashMap.newKeySet();

    private DeclaredInterests() {}

    /** How a person signs. */
    @FunctionalInterface
    public interface Signing {

        /**
         * @param stage empty where something is added to the review
         * @return whether the declaration was taken: it is not of who may not work on the stage
         */
        boolean sign(String review, String stage);
    }

    /** Signs once for each person and review, before a request that works on it. */
    public static void before(String person, String path, Signing signing) {
        Matcher work = WORK.matcher(path);
        if (!work.matches() || SIGNED.contains(person + work.group(1))) {
            return;
        }
        if (signing.sign(work.group(1), stage(work))) {
            SIGNED.add(person + work.group(1));
        }
    }

    /** The same before something is sent, also where it adds to a review; its page is read without. */
    public static void beforeSending(String person, String path, Signing signing) {
        before(person, path, signing);
        Matcher adding = ADDING.matcher(path);
        if (adding.matches() && !SIGNED.contains(person + adding.group(1)) && signing.sign(adding.group(1), "")) {
            SIGNED.add(person + adding.group(1));
        }
    }

    private static String stage(Matcher work) {
        for (int group = 2; group <= work.groupCount(); group++) {
            if (work.group(group) != null) {
                return work.group(group);
            }
        }
        return "vote";
    }
}
