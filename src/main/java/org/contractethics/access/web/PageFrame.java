package org.contractethics.access.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.contractethics.access.StorageOutage;
import org.contractethics.access.internal.KeyUsers;
import org.contractethics.access.internal.RouteTable;
import org.contractethics.access.internal.SignedInActor;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/** What the frame of every page shows of the person and offers them; templates read it as {@code @pageFrame}. */
@Component("pageFrame")
public class PageFrame {

    /** The cookie that holds a chosen theme; without it the theme of the system counts. */
    static final String THEME = "theme";

    /**
     * One entry of the main navigation.
     *
     * @param key what pages call it when they ask the layout to mark it
     * @param icon symbol of {@code static/app/icons.svg}
     */
    public record Item(String key, String path, String label, String icon) {}

    private static final List<Item> ITEMS = List.of(
            new Item("work", "/inbox", "My work", "inbox"),
            new Item("contracts", "/contracts", "Contracts", "file-text"),
            new Item("conditions", "/conditions", "Conditions", "clipboard-check"),
            new Item("search", "/search", "Search", "search"),
            new Item("panel", "/panel", "Panel", "users"),
            new Item("concerns", "/concerns", "Concerns", "message-report"),
            new Item("insights", "/insights", "Insights", "chart-bar"),
            new Item("audit", "/audit", "Record", "history"),
            new Item("rules", "/rules", "Rules", "gavel"));

    private final SignedInActor people;
    private final KeyUsers keys;
    private final RouteTable routes;
    private final HttpServletRequest request;
    private final boolean describesApi;

    PageFrame(
            SignedInActor people,
            KeyUsers keys,
            RouteTable routes,
            HttpServletRequest request,
            @Value("${springdoc.swagger-ui.enabled:true}") boolean describesApi) {
        this.people = people;
        this.keys = keys;
        this.routes = routes;
        this.request = request;
        this.describesApi = describesApi;
    }

    /** The signed-in person; null on pages that anyone may see. */
    public @Nullable Actor actor() {
        return people.signedIn().orElse(null);
    }

    /** The roles to show: the one every employee has only where there is no other. */
    public String roleNames(Actor actor) {
        boolean onlyEmployee = actor.roles().stream().allMatch(role -> role == Role.EMPLOYEE);
        return actor.roles().stream()
                .filter(role -> onlyEmployee || role != Role.EMPLOYEE)
                .sorted(Comparator.naturalOrder())
                .map(Role::label)
                .collect(Collectors.joining(", "));
    }

    /** The main navigation of this person: exactly the areas whose start page the rules let them open. */
    public List<Item> navigation() {
        Actor actor = actor();
        return actor == null
                ? List.of()
                : ITEMS.stream()
                        .filter(item -> routes.offers(item.path(), actor))
                        .toList();
    }

    /** Whether this person may open the page at this path. */
    public boolean offers(String path) {
        return routes.offers(path, actor());
    }

    /** Whether the description of the API is there to be opened; the production settings switch it off. */
    public boolean describesApi() {
        return describesApi;
    }

    /** Whether single keys act for this person; not asked on the page that says that the database does not answer. */
    public boolean keysAct() {
        return !StorageOutage.is(request)
                && people.signedIn().filter(keys::includes).isPresent();
    }

    /** The theme to paint before any script runs: {@code light} or {@code dark}. */
    public String theme() {
        return "dark".equals(chosenTheme()) ? "dark" : "light";
    }

    /** The chosen theme: {@code light}, {@code dark} or {@code system}. */
    public String chosenTheme() {
        Cookie cookie = WebUtils.getCookie(request, THEME);
        String value = cookie == null ? "" : cookie.getValue();
        return value.equals("light") || value.equals("dark") ? value : "system";
    }
}
