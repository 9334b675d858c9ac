package org.contractethics.concern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    /** The list of concerns as this person sees it, all its pages one after the other. */
    public String everyPageOfTheList(String username, String show) {
        StringBuilder pages = new StringBuilder();
        for (int number = 1; ; number++) {
            String page = body(get("/concerns?show=" + show + "&page=" + number, username));
            pages.append(page);
            if (!page.contains("rel=\"next\"")) {
                return pages.toString();
            }
        }
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
