package org.contractethics.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Role;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages that belong to no single part of the review. */
@Controller
class ShellPages {

    private static final Map<String, String> THEMES = Map.of("system", "", "light", "light", "dark", "dark");

    private final PageFrame frame;

    ShellPages(PageFrame frame) {
        this.frame = frame;
    }

    /** Everyone begins where their work is. */
    @GetMapping("/")
    String home(Actor actor) {
        String start = Home.of(actor);
        return "redirect:" + (frame.offers(start) ? start : "/account");
    }

    @GetMapping("/help")
    String help(Model model) {
        Actor actor = frame.actor();
        model.addAttribute("tasks", RoleHelp.ALL);
        model.addAttribute("mine", actor == null ? List.of() : List.copyOf(actor.roles()));
        return "access/help";
    }

    @GetMapping("/accessibility")
    String accessibility() {
        return "access/accessibility";
    }

    @GetMapping("/account")
    String account(Actor actor, Model model) {
        model.addAttribute("actor", actor);
        model.addAttribute(
                "roles",
                actor.roles().stream().sorted(Comparator.<Role>naturalOrder()).toList());
        model.addAttribute("tasks", RoleHelp.byRole());
        model.addAttribute("chosen", frame.chosenTheme());
        return "access/account";
    }

    /** Keeps the choice in this browser only: it is no fact about the person. */
    @PostMapping("/account/theme")
    ResponseEntity<Void> theme(@RequestParam(defaultValue = "system") String theme, HttpServletRequest request) {
        String value = THEMES.getOrDefault(theme, "");
        ResponseCookie cookie = ResponseCookie.from(PageFrame.THEME, value)
                .path("/")
                .sameSite("Lax")
                .secure(request.isSecure())
                .maxAge(value.isEmpty() ? Duration.ZERO : Duration.ofDays(365))
                .build();
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.SET_COOKIE, cookie.toString())
                .header(HttpHeaders.LOCATION, request.getContextPath() + "/account")
                .build();
    }
}
