package org.contractethics.contract.internal.imports;

import java.util.Arrays;
import java.util.List;
import org.contractethics.contract.internal.AgencyDirectory;
import org.contractethics.contract.internal.Catalogue;
import org.contractethics.contract.internal.Text;

/** Tells award files by their content, whatever their name says, and knows who reads them. */
final class AwardFiles {

    private static final int HEAD = 64 * 1024;

    private AwardFiles() {}

    static AwardFileReader reader(ImportFormat format, Catalogue capabilities, AgencyDirectory agencies) {
        return switch (format) {
            case USASPENDING_AWARDS -> new UsaSpendingAwards(agencies);
            case USASPENDING_TRANSACTIONS -> new UsaSpendingTransactions(agencies);
            case OCDS -> new OcdsReader(agencies);
            case TEMPLATE -> new TemplateReader(capabilities, agencies);
        };
    }

    /** The format of the file; refused with the reason where the register cannot read it. */
    static ImportFormat format(byte[] content) throws UnreadableFile {
        if (content.length == 0) {
            throw new UnreadableFile("The file is empty. Choose a file with at least a header and one row.");
        }
        if (Decoding.startsWith(content, 'P', 'K')) {
            return ImportFormat.TEMPLATE;
        }
        refuseOtherKinds(content);
        byte[] head = content.length <= HEAD ? content : Arrays.copyOf(content, HEAD);
        String start = Decoding.text(head).stripLeading();
        if (start.startsWith("{") || start.startsWith("[")) {
            return ImportFormat.OCDS;
        }
        return csv(head);
    }

    private static ImportFormat csv(byte[] head) throws UnreadableFile {
        CsvTable table = new CsvTable(head);
        if (table.hasAll(UsaSpendingAwards.HEADER)) {
            return ImportFormat.USASPENDING_AWARDS;
        }
        if (table.hasAll(UsaSpendingTransactions.HEADER)) {
            return ImportFormat.USASPENDING_TRANSACTIONS;
        }
        List<String> awards = table.missing(UsaSpendingAwards.HEADER);
        List<String> transactions = table.missing(UsaSpendingTransactions.HEADER);
        List<String> missing = awards.size() < transactions.size() ? awards : transactions;
        if (missing.size() == UsaSpendingAwards.HEADER.size()) {
            throw new UnreadableFile(
                    "This is none of the files the register reads: CSV of USAspending, JSON of Open Contracting, "
                            + "or our spreadsheet template (XLSX).");
        }
        throw new UnreadableFile("The first line of this CSV lacks these columns: "
                + Text.cut(String.join(", ", missing), 300) + ". Export the file again with its header.");
    }

    private static void refuseOtherKinds(byte[] content) throws UnreadableFile {
        if (Decoding.startsWith(content, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw new UnreadableFile(
                    "This is an old or a password-protected Excel file. Save it as .xlsx without a password.");
        }
        if (Decoding.startsWith(content, '%', 'P', 'D', 'F')) {
            throw new UnreadableFile("This is a PDF. Contract documents are uploaded on the page of their contract.");
        }
        boolean utf16 = Decoding.startsWith(content, 0xFF, 0xFE) || Decoding.startsWith(content, 0xFE, 0xFF);
        for (int i = 0; !utf16 && i < Math.min(content.length, HEAD); i++) {
            if (content[i] == 0) {
                throw new UnreadableFile("This is not a text file. The register reads CSV, JSON and XLSX.");
            }
        }
    }
}
