package org.contractethics.workflow.internal;

import java.util.List;

/**
 * One page of the work list.
 *
 * @param total how many tasks there are on all pages; counted up to one more than {@link InboxQuery#MOST_COUNTED}
 * @param number counts from 1
 */
public record InboxPage(List<InboxItem> items, int total, int number) {

    public int pages() {
        return Math.max(
                1, (Math.min(total, InboxQuery.MOST_COUNTED) + InboxQuery.PAGE_SIZE - 1) / InboxQuery.PAGE_SIZE);
    }
}
