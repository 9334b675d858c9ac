package org.contractethics.concern;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.contractethics.IntegrationTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A search that finds nothing proves nothing unless it finds what is there. */
@IntegrationTest
class CanaryScanIT {

    private static final String BINARY = "engine.act_ge_bytearray";

    private final JdbcClient jdbc;
    private final String word = "canary-" + UUID.randomUUID();

    CanaryScanIT(@Autowired JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Test
    void a_word_is_found_in_every_form_in_a_binary_column_of_the_engine() throws Exception {
        for (byte[] form : forms(word)) {
            String id = UUID.randomUUID().toString();
            jdbc.sql("insert into engine.act_ge_bytearray (id_, name_, bytes_) values (:id, 'x', :bytes)")
                    .param("id", id)
                    .param("bytes", form)
                    .update();

            assertThat(new CanaryScan(word).tables(BINARY)).containsExactly(BINARY);

            jdbc.sql("delete from engine.act_ge_bytearray where id_ = :id")
                    .param("id", id)
                    .update();
        }
        assertThat(new CanaryScan(word).tables(BINARY)).isEmpty();
    }

    @Test
    void a_word_is_found_in_any_schema_and_is_not_where_it_is_not() throws Exception {
        jdbc.sql(
                        """
                        insert into notification.notice (id, source, username, title, text, link, created_at)
                        values (:id, :id, 'x', 'x', :word, '/', now())""")
                .param("id", UUID.randomUUID())
                .param("word", word)
                .update();

        assertThat(new CanaryScan(word).tables()).containsExactly("notification.notice");
        assertThat(new CanaryScan("canary-" + UUID.randomUUID()).tables()).isEmpty();
    }

    @Test
    void words_are_found_in_the_write_ahead_log_in_every_form_also_after_they_were_deleted() throws Exception {
        WrittenAhead log = WrittenAhead.fromNow();
        List<String> written = new ArrayList<>();
        for (int form = 0; form < forms(word).size(); form++) {
            String id = UUID.randomUUID().toString();
            String own = "canary-" + UUID.randomUUID();
            jdbc.sql("insert into engine.act_ge_bytearray (id_, name_, bytes_) values (:id, 'x', :bytes)")
                    .param("id", id)
                    .param("bytes", forms(own).get(form))
                    .update();
            jdbc.sql("delete from engine.act_ge_bytearray where id_ = :id")
                    .param("id", id)
                    .update();
            written.add(own);
        }

        byte[] read = log.read();

        assertThat(written).allMatch(own -> new CanaryScan(own).standsIn(read));
        assertThat(new CanaryScan("canary-" + UUID.randomUUID()).standsIn(read)).isFalse();
    }

    private static List<byte[]> forms(String word) {
        List<byte[]> forms = new ArrayList<>();
        for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            forms.add(("before" + word + "after").getBytes(charset));
            for (String before : List.of("", "a", "ab")) {
                forms.add(Base64.getEncoder().encode((before + word + "after").getBytes(charset)));
            }
        }
        return forms;
    }
}
