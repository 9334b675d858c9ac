package org.contractethics.concern.web.speak;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.contractethics.IntegrationTest;
import org.contractethics.concern.ConcernHands;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Without an account, and in five languages, a concern is about a capability, the policy or the review process. */
@IntegrationTest
class RulesWithoutAccountIT {

    private final Stranger stranger = new Stranger();
    private final ConcernHands hands;
    private final JdbcClient jdbc;
    private final String words = "Without a name " + UUID.randomUUID();

    RulesWithoutAccountIT(@Autowired MockMvcTester mvc, @Autowired JdbcClient jdbc) {
        this.hands = new ConcernHands(mvc);
        this.jdbc = jdbc;
    }

    @ParameterizedTest
    @CsvSource({
        "en, 'Capabilities of the technology', 'There is no such capability', 'Biometric identification of people', 'Version 1 of the rules, table Severity of an impact', 'R23 Seek and enjoy asylum'",
        "de, 'Fähigkeiten der Technik', 'Eine solche Fähigkeit', 'Biometrische Identifizierung', 'Fassung 1 der Regeln, Tabelle Schwere einer Auswirkung', 'R23 Asyl suchen und genießen'",
        "es, 'Capacidades de la tecnología', 'No existe tal capacidad', 'Identificación biométrica', 'Versión 1 de las reglas, tabla Gravedad', 'R23 Buscar asilo y disfrutar de él'",
        "fr, 'Capacités de la technologie', 'Il n’y a pas de telle capacité', 'Identification biométrique', 'Version 1 des règles, table Gravité', 'R23 Chercher asile'",
        "ar, 'قدرات التقنية', 'لا توجد قدرة', 'تحديد هوية الأشخاص', 'الإصدار 1 من القواعد، جدول شدة الأثر', 'R23 التماس ملجأ'"
    })
    void what_is_chosen_is_shown_and_what_is_not_known_refused_with_what_was_typed(
            String language, String group, String refusal, String capability, String table, String right) {
        HttpResponse<String> wrong = check(language, Map.of("matter", "CAPABILITY:NO_SUCH_THING"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains(refusal, words, group, capability, "value=\"CAPABILITY:NO_SUCH_THING\"");

        assertThat(check(language, Map.of("matter", "POLICY:1/severity", "rights", "r23, my own words"))
                        .body())
                .contains(table, right, "my own words", "name=\"matter\"");
    }

    @Test
    void it_is_filed_and_read_by_those_who_may_handle_it_and_not_by_whoever_runs_that_office() {
        var check = check("en", Map.of("matter", "PROCESS:CONCERNS"));
        String code = Stranger.code(stranger.post("/speak/en/send", Stranger.hidden(check), Map.of()));
        stranger.enter(code);
        assertThat(stranger.concern()).contains(words);

        String id = jdbc
                .sql(
                        """
                        select id::text from concern.concern
                        where matter = 'PROCESS' and matter_code = 'CONCERNS' and mode = 'ANONYMOUS'
                          and not exists (select 1 from concern.key_wrap w where w.concern = id and w.recipient = 'olga.petrova')
                        order by id""")
                .query(String.class)
                .list()
                .stream()
                .filter(one -> ConcernHands.body(hands.get("/concerns/" + one, "george.tan"))
                        .contains(words))
                .findFirst()
                .orElseThrow();
        assertThat(hands.get("/concerns/" + id, "olga.petrova")).hasStatus(404);
    }

    @Test
    void a_contract_and_a_capability_together_are_refused() {
        HttpResponse<String> both = check("en", Map.of("matter", "POLICY:1", "contract", "agency:Some agency"));

        assertThat(both.statusCode()).isEqualTo(422);
        assertThat(both.body()).contains("not two of them", words);
    }

    private HttpResponse<String> check(String language, Map<String, String> changed) {
        Map<String, String> fields = new HashMap<>(Map.of("topic", "END_USE", "text", words));
        fields.putAll(changed);
        return stranger.fill("/speak/" + language + "/file", "/speak/" + language + "/check", fields);
    }
}
