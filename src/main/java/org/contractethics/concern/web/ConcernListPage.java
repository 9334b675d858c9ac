package org.contractethics.concern.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.contractethics.access.Pager;
import org.contractethics.access.Pager.Place;
import org.contractethics.concern.internal.ListingConcerns;
import org.contractethics.concern.internal.ListingConcerns.Filter;
import org.contractethics.concern.internal.ListingConcerns.Page;
import org.contractethics.concern.internal.ReadingConcerns;
import org.contractethics.concern.internal.UnseenByFilers;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The concerns that are somebody's to handle, and those that they filed, each page by page. */
@Controller
class ConcernListPage {

    private static final String PATH = "/concerns";
    private static final String SHOW = "show";
    private static final Place FILED = new Place("filed", "Pages of the concerns you filed", "filed");

    private final ListingConcerns listing;
    private final ReadingConcerns reading;
    private final SecondPersonLists waiting;
    private final UnseenByFilers unseen;

    ConcernListPage(
            ListingConcerns listing, ReadingConcerns reading, SecondPersonLists waiting, UnseenByFilers unseen) {
        this.listing = listing;
        this.reading = reading;
        this.waiting = waiting;
        this.unseen = unseen;
    }

    /** @param filed page of the second list */
    @GetMapping(PATH)
    ModelAndView list(
            @RequestParam(required = false) @Nullable String show,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "1") int filed,
            Actor viewer) {
        return lists(Filter.of(show), page, filed, viewer);
    }

    /** As somebody finds it who comes to it. */
    ModelAndView first(Actor viewer) {
        return lists(Filter.ALL, 1, 1, viewer);
    }

    private ModelAndView lists(Filter filter, int number, int filedNumber, Actor viewer) {
        ModelAndView list = new ModelAndView("concern/list");
        boolean officer = reading.isHandler(viewer);
        Set<ConcernId> news = unseen.of(viewer);
        Page filed = listing.filedBy(viewer, news, filedNumber);
        Map<String, List<String>> others = new HashMap<>();
        if (officer) {
            Page handled = listing.handledBy(viewer, filter, number);
            list.addAllObjects(handled(filter, handled, query(FILED.parameter(), filed.number())));
            others.put(SHOW, List.of(filter.path()));
            others.putAll(query(Place.ONLY.parameter(), handled.number()));
        }
        return list.addAllObjects(waiting.of(viewer))
                .addObject("filed", filed.lines())
                .addObject("filedPager", pager(filed, others, FILED))
                .addObject("unseen", news)
                .addObject("employee", viewer.has(Role.EMPLOYEE))
                .addObject("officer", officer)
                .addObject("sealed", reading.isSealed())
                .addObject("mayFile", viewer.hasAny(Role.EMPLOYEE, Role.EXTERNAL_FILER))
                .addObject("problems", List.of())
                .addObject("typed", Map.of());
    }

    /** @param others where the other list of the page stands */
    private static Map<String, Object> handled(Filter filter, Page page, Map<String, List<String>> others) {
        Map<String, List<String>> query = new HashMap<>(others);
        query.put(SHOW, List.of(filter.path()));
        return Map.of(
                "filter", filter,
                "filters", Filter.values(),
                "handled", page.lines(),
                "total", page.total(),
                "pager", pager(page, query, Place.ONLY));
    }

    /** Which page another list shows; nothing for the first, which needs no saying. */
    private static Map<String, List<String>> query(String parameter, int number) {
        return number > 1 ? Map.of(parameter, List.of(Integer.toString(number))) : Map.of();
    }

    private static Pager pager(Page page, Map<String, List<String>> filters, Place place) {
        return new Pager(page.number(), ListingConcerns.PAGE_SIZE, page.total(), PATH, filters, place);
    }
}
