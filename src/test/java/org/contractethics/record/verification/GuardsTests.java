package org.contractethics.record.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.contractethics.MigratedDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** R34: guards that keep their name and do nothing any more. */
class GuardsTests {

    private static final Path LIST = Path.of("src/main/resources", GuardList.FILE);

    private final JdbcClient owner = JdbcClient.create(MigratedDatabase.fresh().asOwner());
    private final Guards guards = new Guards(owner);

    /** After a migration of these schemas: the list that is laid into target is the one to look through and to keep. */
    @Test
    void the_list_holds_what_the_migrations_made() throws IOException {
        List<String> made = guards.defined().entrySet().stream()
                .map(guard -> GuardList.line(guard.getKey(), guard.getValue()))
                .toList();
        Files.write(Path.of("target", "guards.csv"), made);

        assertThat(made).isEqualTo(Files.readAllLines(LIST)).hasSizeGreaterThan(100);
        assertThat(guards.found()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "create or replace function record.refuse_change() returns trigger language plpgsql as 'begin return null; end'"
                        + " | The function refuse_change() of record, which guards, is not the one that the migrations made",
                "alter function record.check_head() reset all | The function check_head() of record",
                "alter table record.entry drop constraint entry_has_a_mac;"
                        + " alter table record.entry add constraint entry_has_a_mac check (true)"
                        + " | The guard entry_has_a_mac of record.entry is switched off or is not the one",
                "drop trigger entry_never_changes on record.entry; create trigger entry_never_changes before truncate on"
                        + " record.entry for each statement execute function record.refuse_change();"
                        + " alter table record.entry enable always trigger entry_never_changes"
                        + " | The guard entry_never_changes of record.entry is switched off or is not the one",
                "grant update (actor) on record.entry to public | everybody may update record.entry.actor",
                "create function record.lost() returns trigger language plpgsql as 'begin return null; end'; create"
                        + " trigger a_first before insert on record.entry for each row execute function record.lost()"
                        + " | A trigger that no migration made acts on record.entry (a_first)",
                "create rule lost as on insert to record.entry do instead nothing"
                        + " | A rule that no migration made acts on record.entry (lost)",
                "alter table record.entry enable row level security | A row filter that no migration made acts on",
                "alter table report.signed_file disable trigger user | The guard never_changes of report.signed_file",
            })
    void a_guard_that_keeps_its_name_and_does_nothing_raises_an_alarm(String attack, String says) {
        owner.sql(attack).update();

        assertThat(guards.found().map(Found::sentence).collect(Collectors.joining("\n")))
                .contains(says);
    }

    @Test
    void each_guard_is_told_by_itself() {
        owner.sql("drop trigger sealed_never_changes on record.sealed").update();
        owner.sql("drop trigger head_never_goes on record.head").update();

        assertThat(guards.found().map(Found::source))
                .containsExactly(
                        "guard trigger record.head head_never_goes",
                        "guard trigger record.sealed sealed_never_changes");
    }
}
