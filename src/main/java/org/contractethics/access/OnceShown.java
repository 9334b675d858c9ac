package org.contractethics.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;

/**
 * What is done once a page is shown. A page that answers its own request is shown; one that is drawn inside of another request may be put
 * aside, and then nothing of it is done.
 */
public final class OnceShown {

    private static final String HELD = OnceShown.class.getName();

    private final List<Runnable> acts = new ArrayList<>();

    private OnceShown() {}

    /** Does it now, or holds it until it is known that the page is shown. What it throws keeps the page from being shown. */
    public static void of(HttpServletRequest request, Runnable act) {
        if (request.getAttribute(HELD) instanceof OnceShown held) {
            held.acts.add(act);
        } else {
            act.run();
        }
    }

    /** From now on everything of this request is held. */
    public static OnceShown hold(HttpServletRequest request) {
        OnceShown held = new OnceShown();
        request.setAttribute(HELD, held);
        return held;
    }

    /** Before anything of the page is sent. */
    public void shown() {
        acts.forEach(Runnable::run);
        acts.clear();
    }
}
