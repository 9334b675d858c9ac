package org.contractethics.contract.internal.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contractethics.contract.ContractFixtures.packedAgencies;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Locale;
import org.contractethics.contract.AgencyType;
import org.contractethics.contract.internal.AwardTransaction;
import org.contractethics.contract.internal.ContractDraft;
import org.junit.jupiter.api.Test;

class UsaSpendingTests {

    private static final String TRANSACTIONS =
            "Fiscal Year,Agency,Award ID,Recipient Name,Federal Action Obligation,Action Date,Modification,"
                    + "Product/Service Description,NAICS Description,Transaction Description,Generated Award ID\n";
    private static final String AWARDS = "award_id_piid,modification_number,parent_award_id,federal_action_obligation,"
            + "potential_total_value_of_award,action_date,period_of_performance_start_date,"
            + "period_of_performance_current_end_date,awarding_agency_name,awarding_sub_agency_name,recipient_name,"
            + "recipient_parent_name,award_description,funding_office_name\n";

    @Test
    void modifications_of_one_award_are_one_contract_whose_amounts_add_up() throws UnreadableFile {
        Collected found = transactions(
                "2021,ICE,70X1,\"DATA CO, INC.\",100.10,2021-01-05,0,SOFTWARE,X,ANALYTICS LICENCES,CONT_AWD_70X1_7012_GS1_4732",
                "2021,ICE,70X1,\"DATA CO, INC.\",-40.05,2021-03-05,P00001,SOFTWARE,X,DEOBLIGATION,CONT_AWD_70X1_7012_GS1_4732");

        GroupedContract group = grouped(found);
        ContractDraft draft = draft(group);

        assertThat(found.problems).isEmpty();
        assertThat(draft.value().obligatedMinor()).isEqualTo(6_005L);
        assertThat(draft.title()).isEqualTo("ANALYTICS LICENCES");
        assertThat(draft.awardingAgency().type()).isEqualTo(AgencyType.IMMIGRATION_ENFORCEMENT);
        assertThat(draft.identifiers().parentPiid()).isEqualTo("GS1");
        assertThat(draft.capabilities()).isEmpty();
    }

    @Test
    void the_same_row_twice_counts_once_and_a_contradiction_is_told() throws UnreadableFile {
        String row = "2021,CBP,70X2,CO,10,2021-01-05,0,S,N,SCANNERS,CONT_AWD_70X2_7014_-NONE-_-NONE-";
        Collected found = transactions(row, row, row.replace(",10,", ",11,"));
        GroupedContract group = new GroupedContract(found.rows.get(0).key());

        assertThat(group.add(found.rows.get(0))).isEmpty();
        assertThat(group.add(found.rows.get(1))).isEmpty();
        assertThat(group.add(found.rows.get(2)))
                .hasValueSatisfying(problem -> assertThat(problem.reason()).contains("twice"));
        assertThat(draft(group).value().obligatedMinor()).isEqualTo(1_000L);
        assertThat(draft(group).identifiers().parentPiid()).isNull();
    }

    @Test
    void bad_rows_are_told_with_line_and_column_and_good_ones_kept() throws UnreadableFile {
        Collected found = transactions(
                "2021,ICE,70X1,CO,ten,2021-01-05,0,S,N,D,",
                "2021,ICE,70X1,CO,10,2021-13-05,0,S,N,D,",
                "2021,ICE,,CO,10,2021-01-05,0,S,N,D,",
                "2021,ICE,70X1,CO,10",
                "2021,ICE,70X1,CO,10,2021-01-05,0,S,N,D,");

        assertThat(found.rows).hasSize(1);
        assertThat(found.problems).extracting(ImportProblem::line).containsExactly(2, 3, 4, 5);
        assertThat(found.problems)
                .extracting(ImportProblem::column)
                .containsExactly("Federal Action Obligation", "Action Date", "Award ID", "");
    }

    @Test
    void columns_are_named_as_the_file_spells_them() throws UnreadableFile {
        UsaSpendingAwards reader = new UsaSpendingAwards(packedAgencies());
        String row = "HSX1,%s,,%s,,20/09/2017,,,DHS,ICE,CO,,CASE SYSTEM,\n";
        Collected found = Collected.of(
                reader,
                AWARDS.toUpperCase(Locale.ROOT) + row.formatted("0", "ten") + row.formatted("P".repeat(61), "10"));

        assertThat(found.problems)
                .extracting(ImportProblem::column)
                .containsExactly("FEDERAL_ACTION_OBLIGATION", "MODIFICATION_NUMBER");
        assertThat(reader.column("supplier")).isEqualTo("RECIPIENT_NAME");
    }

    @Test
    void the_archive_layout_has_day_first_dates_and_a_ceiling() throws UnreadableFile {
        Collected found = Collected.of(
                new UsaSpendingAwards(packedAgencies()),
                AWARDS
                        + "HSX1,0,,1000,5000.5,20/09/2017,20/09/17 00:00,30/09/18 00:00,DHS,U.S. IMMIGRATION AND CUSTOMS ENFORCEMENT,CO,GROUP,IGF::OT::IGF CASE SYSTEM,OFFICE A\n"
                        + "HSX1,P00001,,500,7000,01/02/2018,01/02/18 00:00,31/12/19 00:00,DHS,U.S. IMMIGRATION AND CUSTOMS ENFORCEMENT,CO,GROUP,FUNDING ONLY,OFFICE A\n");
        ContractDraft draft = draft(grouped(found));

        assertThat(found.problems).isEmpty();
        assertThat(draft.title()).isEqualTo("CASE SYSTEM");
        assertThat(draft.value().obligatedMinor()).isEqualTo(150_000L);
        assertThat(draft.value().ceilingMinor()).isEqualTo(700_000L);
        assertThat(draft.period().start()).isEqualTo(LocalDate.of(2017, 9, 20));
        assertThat(draft.period().end()).isEqualTo(LocalDate.of(2019, 12, 31));
        assertThat(draft.supplierParent()).isEqualTo("GROUP");
        assertThat(draft.endUsers()).containsExactly("OFFICE A");
    }

    @Test
    void order_of_the_rows_makes_no_difference() throws UnreadableFile {
        String one = "2021,ICE,70X1,OLD CO,5,2021-01-05,P00001,S,N,EXERCISE OPTION,CONT_AWD_70X1_7012_-NONE-_-NONE-";
        String two = "2021,ICE,70X1,NEW CO,7,2022-01-05,P00002,S,N,LICENCES,CONT_AWD_70X1_7012_-NONE-_-NONE-";

        assertThat(draft(grouped(transactions(one, two)))).isEqualTo(draft(grouped(transactions(two, one))));
    }

    @Test
    void byte_order_mark_and_western_encoding_are_read() throws UnreadableFile {
        String row = "2021,CBP,70X2,SOCIÉTÉ SA,10,2021-01-05,0,S,N,D,\n";

        Collected marked = Collected.of(new UsaSpendingTransactions(packedAgencies()), "\uFEFF" + TRANSACTIONS + row);
        Collected western = Collected.of(
                new UsaSpendingTransactions(packedAgencies()),
                (TRANSACTIONS + row).getBytes(StandardCharsets.ISO_8859_1));

        assertThat(marked.rows).hasSize(1);
        assertThat(western.rows.get(0).transactions())
                .extracting(AwardTransaction::supplier)
                .containsExactly("SOCIÉTÉ SA");
    }

    private static Collected transactions(String... rows) throws UnreadableFile {
        return Collected.of(
                new UsaSpendingTransactions(packedAgencies()), TRANSACTIONS + String.join("\n", rows) + "\n");
    }

    private static GroupedContract grouped(Collected found) {
        GroupedContract group = new GroupedContract(found.rows.get(0).key());
        found.rows.forEach(group::add);
        return group;
    }

    private static ContractDraft draft(GroupedContract group) {
        return DerivedFacts.of(group.transactions()).over(group.over(Facts.blank()));
    }
}
