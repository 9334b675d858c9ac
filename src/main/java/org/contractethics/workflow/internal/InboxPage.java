package org.contractethics.workflow.internal;

import java.util.List;

/**
 * One page of the work list.
 *
 * @param total how many tasks there are on all pages
 * @param number counts from 1
 */
public record InboxPage(List<InboxItem> items, int total, int number) {

    public int pages() {
        return Math.max(1, (total + InboxQuery.PAGE_SIZE - 1) / InboxQuery.PAGE_SIZE);
    }
}
