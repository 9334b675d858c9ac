package org.contractethics.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.contractethics.access.internal.KeyUsers;
import org.contractethics.shared.Actor;
import org.contractethics.shared.FormProblem;
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
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The pages that belong to no single part of the review. */
@Controller
class ShellPages {

    private static final Map<String, String> THEMES = Map.of("system", "", "light", "light", "dark", "dark");

    private static final String ACCOUNT = "access/account";
    private static final Map<String, Boolean> KEYS = Map.of("on", true, "off", false);

    private final PageFrame frame;
    private final KeyUsers keys;

    ShellPages(PageFrame frame, KeyUsers keys) {
        this.frame = frame;
        this.keys = keys;
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

    @GetMapping("/help/shortcuts")
    String shortcuts() {
        return "access/shortcuts";
    }

    @GetMapping("/accessibility")
    String accessibility() {
        return "access/accessibility";
    }

    @GetMapping("/account")
    ModelAndView account(Actor actor) {
        return account(actor, List.of(), HttpStatus.OK);
    }

    private ModelAndView account(Actor actor, List<FormProblem> problems, HttpStatus status) {
        ModelAndView page = new ModelAndView(ACCOUNT);
        page.setStatus(status);
        page.addObject("actor", actor);
        page.addObject(
                "roles",
                actor.roles().stream().sorted(Comparator.<Role>naturalOrder()).toList());
        page.addObject("tasks", RoleHelp.byRole());
        page.addObject("chosen", frame.chosenTheme());
        page.addObject("keys", frame.keysAct() ? "on" : "off");
        page.addObject("problems", problems);
        return page;
    }

    /** Kept for the person, in whichever browser they sign in. */
    @PostMapping("/account/shortcuts")
    ModelAndView chooseKeys(@RequestParam(defaultValue = "") String keys, Actor actor, RedirectAttributes next) {
        Boolean chosen = KEYS.get(keys);
        if (chosen == null) {
            return account(
                    actor,
                    List.of(new FormProblem("keys", "Choose whether single keys act.")),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        }
        this.keys.choose(actor, chosen);
        next.addFlashAttribute("message", chosen ? "Single keys act now." : "Single keys do nothing now.");
        return new ModelAndView("redirect:/account");
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
