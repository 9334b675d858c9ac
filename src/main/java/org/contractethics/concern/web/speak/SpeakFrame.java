package org.contractethics.concern.web.speak;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.contractethics.access.AnonymousPages;
import org.contractethics.concern.internal.anonymous.SpeakSettings;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** What every page of the anonymous way shows around its content: the language by its address, its direction, the way out. */
@ControllerAdvice(basePackageClasses = SpeakFrame.class)
class SpeakFrame {

    private static final String ARABIC = "ar";

    private final SpeakSettings settings;

    SpeakFrame(SpeakSettings settings) {
        this.settings = settings;
    }

    @ModelAttribute
    void frame(@PathVariable Map<String, String> parts, Locale locale, Model model) {
        String named = parts.get("language");
        if (named != null && !AnonymousPages.LANGUAGES.contains(named)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        String language = Objects.requireNonNullElse(named, locale.getLanguage());
        model.addAttribute("language", language);
        model.addAttribute("direction", language.equals(ARABIC) ? "rtl" : "ltr");
        model.addAttribute("languages", AnonymousPages.LANGUAGES);
        model.addAttribute("leaveTo", settings.leaveTo());
    }
}
