package org.contractethics.workflow.internal;

import java.time.Instant;
import java.util.Locale;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Refused;

/**
 * What somebody wants to see of the work list; the viewer is part of it.
 *
 * @param page counts from 1
 * @param now divides overdue from not yet due
 */
public record InboxQuery(Actor viewer, View view, InboxFilter filter, Sort sort, int page, Instant now) {

    public static final int PAGE_SIZE = 25;

    /** Beyond this many tasks nobody reads a number; counting them all would cost more than showing a page of them. */
    public static final int MOST_COUNTED = 1_000;

    /** Which tasks. All of these but {@link #DONE} are open ones. */
    public enum View {
        ALL("All"),
        MINE("Mine"),
        GROUPS("My groups"),
        UNCLAIMED("Unclaimed"),
        OVERDUE("Overdue"),
        DONE("Done");

        private final String label;

        View(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        /** The name in addresses, for example {@code overdue}. */
        public String path() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The view of an address; refuses with 404 what is none. */
        public static View of(String path) {
            for (View view : values()) {
                if (view.path().equals(path)) {
                    return view;
                }
            }
            throw Refused.notFound("There is no such view of the inbox.");
        }
    }

    /** In which order; done tasks always come with the last one first. */
    public enum Sort {
        DUE("Due first"),
        NEWEST("Newest first");

        private final String label;

        Sort(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        public String path() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
