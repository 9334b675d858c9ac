package org.contractethics.access.web;

import jakarta.servlet.http.HttpServletResponse;
import org.contractethics.access.internal.KeycloakProperties;
import org.contractethics.access.internal.SignInAddress;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Before a sign-in, after it ended, and when it did not work. */
@Controller
class SignInPages {

    private final PageFrame frame;

    private final KeycloakProperties keycloak;

    SignInPages(PageFrame frame, KeycloakProperties keycloak) {
        this.frame = frame;
        this.keycloak = keycloak;
    }

    /** The address of "Sign in" links; the visit itself starts the sign-in at Keycloak. */
    @GetMapping("/sign-in")
    String signIn() {
        return "redirect:" + (frame.actor() == null ? SignInAddress.START : "/");
    }

    @GetMapping("/signed-out")
    String signedOut() {
        return frame.actor() == null ? "access/signed-out" : "redirect:/";
    }

    @GetMapping("/sign-in-failed")
    String failed(@RequestParam(defaultValue = "") String reason, Model model, HttpServletResponse response) {
        boolean demonstration = reason.equals("demonstration");
        response.setStatus(demonstration ? HttpServletResponse.SC_FORBIDDEN : HttpServletResponse.SC_UNAUTHORIZED);
        model.addAttribute("demonstration", demonstration);
        model.addAttribute(
                "otherAccount",
                keycloak.signOutPage(ServletUriComponentsBuilder.fromCurrentContextPath()
                        .path("/signed-out")
                        .toUriString()));
        return "access/sign-in-failed";
    }
}
