package org.contractethics.concern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.contractethics.ApiCalls;
import org.contractethics.People;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** People who file, follow and handle concerns through the pages, as a browser without script would. */
public final class ConcernHands {

    private final MockMvcTester mvc;

    public ConcernHands(MockMvcTester mvc) {
        this.mvc = mvc;
    }

    public MvcTestResult get(String path, String username) {
        return mvc.get().uri(path).with(People.signedInAs(username)).exchange();
    }

    public MvcTestResult post(String path, String username, Map<String, String> fields) {
        var request = mvc.post()
                .uri(path)
                .with(csrf())
                .with(People.signedInAs(username))
                .contentType(MediaType.APPLICATION_FORM_URLENCODED);
        fields.forEach(request::param);
        return request.exchange();
    }

    /** The same with files. */
    public MvcTestResult upload(String path, String username, Map<String, String> fields, MockMultipartFile... files) {
        var request = mvc.post()
                .uri(path)
                .with(csrf())
                .with(People.signedInAs(username))
                .multipart();
        for (MockMultipartFile file : files) {
            request.file(file);
        }
        fields.forEach(request::param);
        return request.exchange();
    }

    /** An officer confirms the receipt and asks which module it is. */
    public void acknowledgeAndAsk(String concern, String officer) {
        sent(post("/concerns/" + concern + "/acknowledge", officer, Map.of()));
        sent(post("/concerns/" + concern + "/messages", officer, Map.of("message", "Which module is it?")));
    }

    /** An officer answers with the shortest reasons that are taken, which closes the concern. */
    public void close(String concern, String officer) {
        Map<String, String> answer = new HashMap<>(Map.of("cause", "OTHER"));
        List.of("considered", "decision", "article", "effect", "appeal").forEach(field -> answer.put(field, "x"));
        sent(post("/concerns/" + concern + "/answer", officer, answer));
    }

    /** The list of concerns to handle as this person sees it, all its pages one after the other. */
    public String everyPageOfTheList(String username, String show) {
        return everyPage(number -> beforeFiled(body(get("/concerns?show=" + show + "&page=" + number, username))));
    }

    /** The list of concerns that this person filed, all its pages one after the other. */
    public String everyPageOfFiled(String username) {
        return everyPage(number -> {
            String page = body(get("/concerns?filed=" + number, username));
            return page.substring(beforeFiled(page).length());
        });
    }

    /** A list of the API, all its pages one after the other. */
    public static String everyPage(ApiCalls api, String person, String path) {
        StringBuilder pages = new StringBuilder();
        for (int number = 1, last = 1; number <= last; number++) {
            ApiCalls.Answer page = api.get(person, path + "?page=" + number);
            assertThat(page.status()).as(page.toString()).isEqualTo(200);
            pages.append(page.raw().body());
            last = page.body().path("pages").asInt();
        }
        return pages.toString();
    }

    private static String everyPage(IntFunction<String> list) {
        StringBuilder pages = new StringBuilder();
        for (int number = 1; ; number++) {
            String page = list.apply(number);
            pages.append(page);
            if (!page.contains("rel=\"next\"")) {
                return pages.toString();
            }
        }
    }

    private static String beforeFiled(String page) {
        int filed = page.indexOf("id=\"filed\"");
        assertThat(filed).isPositive();
        return page.substring(0, filed);
    }

    /** A whole form, with these fields changed or added. */
    public static Map<String, String> form(String id, Map<String, String> changed) {
        Map<String, String> form =
                new HashMap<>(Map.of("id", id, "topic", "END_USE", "text", "I fear for children.", "mode", "OPEN"));
        form.putAll(changed);
        return form;
    }

    public static void sent(MvcTestResult result) {
        assertThat(result).hasStatus3xxRedirection();
    }

    public static String body(MvcTestResult result) {
        assertThat(result).hasStatusOk();
        return new String(result.getMvcResult().getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
