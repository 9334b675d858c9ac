package org.contractethics.screening.internal.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Each form of list is read whole, and none that is cut off, empty or made to attack. */
class ListReadersTests {

    private static final String CSL =
            "source,entity_number,type,programs,name,addresses,remarks,alt_names,citizenships,dates_of_birth,nationalities,ids\n";
    private static final String CSL_ROW =
            "Unverified List (UVL) - Bureau of Industry and Security,,,,Alpha Works,\"1 Street, Yerevan, AM\",,Alfa Works; A-Works,,,,\n";

    @Test
    void reads_names_aliases_and_addresses_of_the_treasury() throws MalformedList {
        ParsedList list = ListReaders.read(ListFormat.OFAC, extract());

        assertThat(list.entries()).hasSize(300);
        assertThat(names(list, NameStrength.STRONG)).isEqualTo(300 + lines("alt.csv"));
        assertThat(list.names()).isEqualTo(names(list, NameStrength.STRONG) + names(list, NameStrength.WEAK));
    }

    @Test
    void reads_birth_country_number_and_weak_alias_out_of_remarks() throws MalformedList {
        ParsedList list = ListReaders.read(
                ListFormat.OFAC,
                treasury(
                        "7,\"DOE, Jan\",\"individual\",\"MAGNIT] [GLOMAG\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"
                                + "\"DOB 05 Oct 1976; alt. DOB 1977; nationality Korea, North; Passport 717637093 (Russia); a.k.a. 'JAD'.\"\r\n\u001a"));

        ListEntry entry = list.entries().get(0);
        assertThat(entry.kind()).isEqualTo(EntryKind.PERSON);
        assertThat(entry.names())
                .containsExactly(
                        new ListedName("DOE, Jan", NameStrength.STRONG), new ListedName("JAD", NameStrength.WEAK));
        assertThat(entry.dates()).containsExactly("1976-10-05", "1977");
        assertThat(entry.countries()).contains("kp", "ru");
        assertThat(entry.identifiers()).containsExactly("717637093");
        assertThat(entry.programmes()).containsExactly("MAGNIT", "GLOMAG");
    }

    @Test
    void refuses_an_alias_of_nobody_because_the_file_of_names_is_cut_off() {
        Map<String, byte[]> files = extract();
        byte[] names = Objects.requireNonNull(files.get("sdn.csv"));
        int end = new String(names, StandardCharsets.ISO_8859_1).lastIndexOf('\n', names.length / 2);
        files.put("sdn.csv", Arrays.copyOf(names, end));

        refused(ListFormat.OFAC, files, "which is not in the file of names");
    }

    @Test
    void refuses_a_row_cut_in_its_midst() {
        refused(
                ListFormat.OFAC,
                treasury("7,\"DOE, Jan\",\"individual\"\r\n"),
                "sdn.csv, line 1: has 3 columns instead of 12");
        refused(ListFormat.OFAC, treasury("7,\"DOE, Ja"), "never closes");
    }

    @Test
    void refuses_what_follows_the_end_mark() {
        refused(
                ListFormat.OFAC,
                treasury("7,\"D\",-0- ,\"X\",-0-,-0-,-0-,-0-,-0-,-0-,-0-,-0-\r\n\u001a||||"),
                "after its end mark");
    }

    @Test
    void refuses_a_list_of_which_a_file_is_missing() {
        Map<String, byte[]> files = extract();
        files.remove("add.csv");

        refused(ListFormat.OFAC, files, "needs the files sdn.csv + alt.csv + add.csv");
    }

    @Test
    void reads_the_consolidated_screening_list_in_both_layouts() throws MalformedList {
        List<ListEntry> without =
                ListReaders.read(ListFormat.CSL, one(CSL + CSL_ROW)).entries();
        List<ListEntry> with = ListReaders.read(ListFormat.CSL, one("_id," + CSL + "a1b2," + CSL_ROW))
                .entries();

        assertThat(with).isEqualTo(without);
        assertThat(with.get(0).names())
                .extracting(ListedName::text)
                .containsExactly("Alpha Works", "Alfa Works", "A-Works");
        assertThat(with.get(0).countries()).containsExactly("am");
        assertThat(with.get(0).kind()).isEqualTo(EntryKind.UNKNOWN);
    }

    @Test
    void refuses_rows_without_a_name_or_of_another_length() {
        refused(ListFormat.CSL, one(CSL + "/,1\n"), "line 2: has 2 columns instead of 12");
        refused(ListFormat.CSL, one(CSL + "List (X),,,,,,,,,,,\n"), "no source or no name");
        refused(ListFormat.CSL, one("a,b\n1,2\n"), "has no column source");
    }

    @Test
    void reads_persons_bodies_aliases_and_other_scripts_of_the_un() throws MalformedList {
        ParsedList list = ListReaders.read(ListFormat.UN_XML, one(un("")));

        assertThat(list.stated()).isEqualTo(LocalDate.of(2026, 2, 27));
        assertThat(list.entries()).extracting(ListEntry::kind).containsExactly(EntryKind.PERSON, EntryKind.BODY);
        ListEntry person = list.entries().get(0);
        assertThat(person.names())
                .containsExactly(
                        new ListedName("AHMAD SAMPLE", NameStrength.STRONG),
                        new ListedName("Abu Sample", NameStrength.WEAK),
                        new ListedName("أحمد", NameStrength.ORIGINAL_SCRIPT));
        assertThat(person.dates()).containsExactly("1970", "1971", "1972");
        assertThat(person.countries()).containsExactly("af");
    }

    @Test
    void refuses_xml_that_is_cut_off() {
        refused(ListFormat.UN_XML, one(un("").substring(0, 500)), "is not whole XML");
        refused(ListFormat.UN_XML, one(""), "is not whole XML");
        refused(ListFormat.UN_XML, one("<other/>"), "is not the consolidated list");
    }

    @Test
    void refuses_files_that_want_to_read_ours_or_to_fill_our_memory() {
        refused(
                ListFormat.UN_XML,
                one(un("<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>")
                        .replace("AHMAD", "&a;")),
                "declares");
        refused(
                ListFormat.EU_FSF,
                one(
                        "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">]><export>&b;</export>"),
                "declares");
    }

    @Test
    void reads_the_list_of_the_eu() throws MalformedList {
        ParsedList list = ListReaders.read(
                ListFormat.EU_FSF,
                one(
                        "<export xmlns=\"http://eu.europa.ec/fpi/fsd/export\" generationDate=\"2020-04-15T15:29:22\"><sanctionEntity euReferenceNumber=\"EU.1.1\">"
                                + "<regulation programme=\"HR\" numberTitle=\"2020/1998\"/><subjectType code=\"person\"/>"
                                + "<nameAlias wholeName=\"Jan Doe\" strong=\"true\"/><nameAlias wholeName=\"JD\" strong=\"false\"/>"
                                + "<citizenship countryIso2Code=\"BY\"/><birthdate birthdate=\"1965-12-12\"/><identification number=\"48855\"/>"
                                + "</sanctionEntity></export>"));

        ListEntry entry = list.entries().get(0);
        assertThat(entry.id()).isEqualTo("EU.1.1");
        assertThat(entry.names())
                .extracting(ListedName::strength)
                .containsExactly(NameStrength.STRONG, NameStrength.WEAK);
        assertThat(entry.countries()).containsExactly("by");
        assertThat(entry.dates()).containsExactly("1965-12-12");
        assertThat(entry.programmes()).containsExactly("HR");
    }

    @Test
    void reads_denied_persons_and_the_world_bank() throws MalformedList {
        String denied =
                """
                "Name"\t"Street_Address"\t"City"\t"State"\t"Country"\t"Effective_Date"\t"Expiration_Date"\t"Action"\t"FR_Citation"
                " I. ASH"\t"S"\t"C"\t"TX"\t"US"\t"06/19/2003"\t"06/29/2056"\t"NEW"\t"68 F.R."
                """;
        String bank =
                """
                Downloaded on: 07/01/2025 10:37,,,,,
                Firm Name,Additional Firm Info,Address,Country,Ineligibility Period,,Grounds
                ,,,,From Date,To Date,
                ALPHA LTD.,AKA BETA LTD,LONDON,United Kingdom,1999-04-08,2999-12-31,Guidelines
                """;

        assertThat(ListReaders.read(ListFormat.BIS_DPL, one(denied))
                        .entries()
                        .get(0)
                        .name())
                .isEqualTo("I. ASH");
        ParsedList debarred = ListReaders.read(ListFormat.WORLD_BANK, one(bank));
        assertThat(debarred.stated()).isEqualTo(LocalDate.of(2025, 1, 7));
        assertThat(debarred.entries().get(0).names())
                .extracting(ListedName::text)
                .containsExactly("ALPHA LTD.", "BETA LTD");
        assertThat(debarred.entries().get(0).countries()).containsExactly("gb");
    }

    @Test
    void refuses_a_row_of_our_own_form_whose_id_came_before() throws MalformedList {
        String heading = "id,kind,name,aliases,programmes\n";

        assertThat(ListReaders.read(ListFormat.GENERIC_CSV, one(heading + "1,body,Alpha,Alfa; Alef,X\n"))
                        .names())
                .isEqualTo(3);
        refused(ListFormat.GENERIC_CSV, one(heading + "1,body,Alpha,,X\n1,body,Beta,,X\n"), "line 3");
        refused(ListFormat.GENERIC_CSV, one(heading + "1,firm,Alpha,,X\n"), "the kind is \"firm\"");
        refused(ListFormat.GENERIC_CSV, one(heading), "names nobody");
    }

    @Test
    void a_hash_changes_with_the_content_and_not_with_its_order() {
        ListEntry entry = entry(List.of("af", "pk"), "reason");

        assertThat(entry(List.of("pk", "af"), "reason").hash())
                .isEqualTo(entry.hash())
                .hasSize(64);
        assertThat(entry(List.of("pk", "af"), "other").hash()).isNotEqualTo(entry.hash());
        assertThat(entry(List.of("pk"), "reason").hash()).isNotEqualTo(entry.hash());
    }

    private static ListEntry entry(List<String> countries, String reason) {
        return new ListEntry(
                "1",
                EntryKind.BODY,
                List.of(new ListedName("A", NameStrength.STRONG)),
                countries,
                List.of(),
                List.of(),
                List.of(),
                reason);
    }

    private static void refused(ListFormat format, Map<String, byte[]> files, String saying) {
        assertThatThrownBy(() -> ListReaders.read(format, files))
                .isInstanceOf(MalformedList.class)
                .hasMessageContaining(saying);
    }

    private static Map<String, byte[]> one(String text) {
        return Map.of("list", text.getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, byte[]> treasury(String names) {
        return Map.of(
                "sdn.csv", names.getBytes(StandardCharsets.UTF_8),
                "alt.csv", "7,1,\"aka\",-0- ,-0- \r\n".getBytes(StandardCharsets.UTF_8),
                "add.csv", "7,1,-0- ,-0- ,-0- ,-0- \r\n".getBytes(StandardCharsets.UTF_8));
    }

    private static String un(String before) {
        return "<?xml version=\"1.0\"?>" + before
                + "<CONSOLIDATED_LIST dateGenerated=\"2026-02-27T00:00:09Z\"><INDIVIDUALS><INDIVIDUAL><DATAID>1</DATAID><FIRST_NAME>AHMAD</FIRST_NAME>"
                + "<SECOND_NAME>SAMPLE</SECOND_NAME><UN_LIST_TYPE>X</UN_LIST_TYPE><REFERENCE_NUMBER>XXi.001</REFERENCE_NUMBER>"
                + "<NATIONALITY><VALUE>Afghanistan</VALUE></NATIONALITY><INDIVIDUAL_ALIAS><QUALITY>Low</QUALITY><ALIAS_NAME>Abu Sample</ALIAS_NAME>"
                + "</INDIVIDUAL_ALIAS><INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>BETWEEN</TYPE_OF_DATE><FROM_YEAR>1970</FROM_YEAR><TO_YEAR>1972</TO_YEAR>"
                + "</INDIVIDUAL_DATE_OF_BIRTH><NAME_ORIGINAL_SCRIPT>أحمد</NAME_ORIGINAL_SCRIPT></INDIVIDUAL></INDIVIDUALS><ENTITIES><ENTITY>"
                + "<FIRST_NAME>BODY</FIRST_NAME><REFERENCE_NUMBER>XXe.001</REFERENCE_NUMBER></ENTITY></ENTITIES></CONSOLIDATED_LIST>";
    }

    private static Map<String, byte[]> extract() {
        Map<String, byte[]> files = new HashMap<>();
        for (String file : List.of("sdn.csv", "alt.csv", "add.csv")) {
            try (InputStream in =
                    Objects.requireNonNull(ListReadersTests.class.getResourceAsStream("/screening/ofac/" + file))) {
                files.put(file, in.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return files;
    }

    private static long lines(String file) {
        return new String(extract().get(file), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.length() > 1)
                .count();
    }

    private static long names(ParsedList list, NameStrength strength) {
        return list.entries().stream()
                .flatMap(entry -> entry.names().stream())
                .filter(name -> name.strength() == strength)
                .count();
    }
}
