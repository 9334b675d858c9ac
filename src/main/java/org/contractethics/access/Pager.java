package org.contractethics.access;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The pages of a list, for the fragment {@code pager} of {@code fragments/ui.html}. The number of the page travels as a
 * query parameter; the filters of the list stay in every link.
 *
 * @param number the page shown, from 1
 * @param size rows of a full page, at least 1
 * @param total rows of all pages
 * @param path the address of the list, beginning with a slash
 * @param filters the query parameters that made the list, without that of the page; empty values are left out
 * @param place where the list stands on its page
 */
public record Pager(int number, int size, long total, String path, Map<String, List<String>> filters, Place place) {

    private static final int NEIGHBOURS = 2;

    /**
     * A list among others of a page.
     *
     * @param parameter that carries the number of its page
     * @param label what screen readers call its pages
     * @param anchor id of the element at which a link to another page begins to show; empty for the top
     */
    public record Place(String parameter, String label, String anchor) {

        /** The only list, or the first. */
        public static final Place ONLY = new Place("page", "Pages", "");
    }

    public Pager(int number, int size, long total, String path, Map<String, List<String>> filters) {
        this(number, size, total, path, filters, Place.ONLY);
    }

    public Pager {
        if (number < 1 || size < 1 || total < 0) {
            throw new IllegalArgumentException("no such page: " + number + " of " + total + " rows by " + size);
        }
        filters = Map.copyOf(filters);
    }

    public int pages() {
        return pages(total, size);
    }

    /** How many pages so many rows fill, at least 1. */
    public static int pages(long total, int size) {
        return (int) Math.max(1, (total + size - 1) / size);
    }

    /** Number of the first row shown, from 1. */
    public long first() {
        return total == 0 ? 0 : (number - 1L) * size + 1;
    }

    /** Number of the last row shown. */
    public long last() {
        return Math.min(total, (long) number * size);
    }

    /** The pages worth a link: first, last and those around this one; 0 stands for a gap. */
    public List<Integer> near() {
        List<Integer> shown = new ArrayList<>();
        int before = 0;
        for (int n = 1; n <= pages(); n++) {
            if (n == 1 || n == pages() || Math.abs(n - number) <= NEIGHBOURS) {
                if (n - before > 1) {
                    shown.add(0);
                }
                shown.add(n);
                before = n;
            }
        }
        return List.copyOf(shown);
    }

    /** The address of another page of the same list. */
    public String link(int page) {
        String query = filters.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(filter -> filter.getValue().stream()
                        .filter(value -> !value.isEmpty())
                        .map(value -> encode(filter.getKey()) + "=" + encode(value) + "&"))
                .collect(Collectors.joining());
        String anchor = place.anchor().isEmpty() ? "" : "#" + place.anchor();
        return path + "?" + query + place.parameter() + "=" + page + anchor;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
