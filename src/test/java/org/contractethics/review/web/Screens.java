package org.contractethics.review.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.contractethics.UntouchedReasons;
import org.contractethics.journeys.Browser;
import org.contractethics.shared.ContractId;

/** What people do at the screens of a review, by the words they read there. */
final class Screens {

    private Screens() {}

    static void press(Browser browser, String name) {
        browser.page()
                .locator("main")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name))
                .first()
                .click();
    }

    static void follow(Browser browser, String name) {
        browser.page()
                .locator("main")
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(name))
                .first()
                .click();
    }

    /** Claims the task on the page of the contract. */
    static void claim(Browser browser, ContractId contract, String task) {
        browser.go("/contracts/" + contract);
        browser.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Claim")))
                .first()
                .click();
        browser.page().waitForURL("**/reviews/**");
        browser.declared();
        assertThat(browser.page().locator("h1")).hasText(task);
    }

    /** Says of each right that the contract brings to mind, but those named, why it is not touched. */
    static void putAsideTheRest(Browser browser, String... touched) {
        List<String> kept = List.of(touched);
        for (Locator reason :
                browser.page().locator("[name^=untouched-because-]").all()) {
            String right = reason.getAttribute("name").substring("untouched-because-".length());
            if (!kept.contains(right)) {
                reason.fill(UntouchedReasons.REASON);
            }
        }
        press(browser, "Save and mark the rest as not touched");
    }

    /** Looks at the check page and sends; ends at the page of the contract. */
    static void send(Browser browser, ContractId contract) {
        press(browser, "Check what will be recorded");
        assertThat(browser.page().locator("main")).containsText("Nothing is sent yet");
        browser.page().locator("main form button.btn-primary").click();
        browser.page().waitForURL("**/contracts/" + contract);
    }

    /** Types, chooses or ticks what is to be answered, whatever kind of field asks for it. */
    static void fill(Browser browser, Map<String, ?> answers) {
        Page page = browser.page();
        answers.forEach((name, answer) -> {
            Locator field = page.locator("main [name='" + name + "']:not([type=hidden])");
            Object kind = field.first().evaluate("field => field.type");
            if (kind.equals("radio") || kind.equals("checkbox")) {
                List<?> values = answer instanceof List<?> many ? many : List.of(answer);
                values.forEach(value -> page.locator("main [name='" + name + "'][value='" + value + "']")
                        .check());
            } else if (kind.equals("select-one")) {
                field.selectOption(answer.toString());
            } else {
                field.fill(answer.toString());
            }
        });
    }
}
