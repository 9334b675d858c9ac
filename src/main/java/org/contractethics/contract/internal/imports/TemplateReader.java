package org.contractethics.contract.internal.imports;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageRelationshipTypes;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.contractethics.contract.internal.AgencyDirectory;
import org.contractethics.contract.internal.Catalogue;
import org.contractethics.contract.internal.ContractDraft;
import org.contractethics.contract.internal.ContractForm;
import org.contractethics.contract.internal.Contracts.PiidKey;
import org.contractethics.shared.FormProblem;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

/** Our own spreadsheet, read as a stream of events: a large sheet never stands in memory as a workbook. */
final class TemplateReader implements AwardFileReader {

    /** Unpacked size beyond which a workbook is taken for a zip bomb. */
    private static final long MAX_UNPACKED = 300L * 1024 * 1024;

    private static final String DAMAGED =
            "This workbook is damaged or not an XLSX file. Save it again as .xlsx from the template.";

    private static final Map<String, TemplateColumn> COLUMNS = columns();

    private final Catalogue capabilities;
    private final AgencyDirectory agencies;

    TemplateReader(Catalogue capabilities, AgencyDirectory agencies) {
        this.agencies = agencies;
        this.capabilities = capabilities;
    }

    @Override
    public String column(String fact) {
        TemplateColumn column = COLUMNS.get(fact);
        return column == null ? "" : column.header();
    }

    @Override
    public void read(byte[] content, RowSink sink) throws UnreadableFile {
        demandBoundedSize(content);
        try (OPCPackage file = OPCPackage.open(new ByteArrayInputStream(content))) {
            refuseStrict(file);
            XSSFReader reader = new XSSFReader(file);
            TemplateRows rows = new TemplateRows(
                    new ReadOnlySharedStringsTable(file),
                    reader.getStylesTable(),
                    (line, cells) -> take(line, cells, sink),
                    sink);
            XMLReader xml = XMLHelper.newXMLReader();
            xml.setContentHandler(rows);
            try (InputStream sheet = sheet(reader)) {
                xml.parse(new InputSource(sheet));
            }
            rows.demandHeader();
        } catch (TooManyRows many) {
            throw new UnreadableFile("The sheet has more than 100,000 rows. Split it into several files.");
        } catch (IOException
                | SAXException
                | OpenXML4JException
                | ParserConfigurationException
                | RuntimeException broken) {
            // POI says "damaged" by exceptions of a dozen kinds, of which many are unchecked
            throw new UnreadableFile(DAMAGED);
        }
    }

    private static void refuseStrict(OPCPackage file) throws UnreadableFile {
        if (!file.getRelationshipsByType(PackageRelationshipTypes.STRICT_CORE_DOCUMENT)
                .isEmpty()) {
            throw new UnreadableFile("This workbook is saved in the kind \"Strict Open XML Spreadsheet\". "
                    + "Save it as \"Excel Workbook (.xlsx)\" and import it again.");
        }
    }

    private static InputStream sheet(XSSFReader reader) throws IOException, OpenXML4JException, UnreadableFile {
        XSSFReader.SheetIterator sheets = reader.getSheetIterator();
        while (sheets.hasNext()) {
            InputStream sheet = sheets.next();
            if (TemplateWorkbook.SHEET.equalsIgnoreCase(sheets.getSheetName())) {
                return sheet;
            }
            sheet.close();
        }
        throw new UnreadableFile("The workbook has no sheet named \"" + TemplateWorkbook.SHEET
                + "\". Download the template and fill it in.");
    }

    private static void demandBoundedSize(byte[] content) throws UnreadableFile {
        long unpacked = 0;
        byte[] buffer = new byte[64 * 1024];
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
                    unpacked += read;
                    if (unpacked > MAX_UNPACKED) {
                        throw new UnreadableFile("This workbook unpacks to more than 300 MB and is not read.");
                    }
                }
            }
        } catch (IOException | IllegalArgumentException broken) {
            throw new UnreadableFile(DAMAGED);
        }
    }

    private void take(int line, Map<TemplateColumn, String> cells, RowSink sink) {
        ContractForm.Reading reading = form(new EnumMap<>(cells)).read(null, capabilities, agencies);
        for (FormProblem problem : reading.problems()) {
            sink.problem(new ImportProblem(line, column(problem.field()), problem.message()));
        }
        ContractDraft draft = reading.draft();
        String ocid = draft.identifiers().ocid();
        String piid = draft.identifiers().piid();
        if (ocid == null && piid == null) {
            sink.problem(new ImportProblem(
                    line,
                    TemplateColumn.PIID.header(),
                    "Enter the contract number or the ocid. Without one the contract cannot be found again."));
        } else if (reading.problems().isEmpty()) {
            String parent = draft.identifiers().parentPiid();
            ContractKey key = ocid != null
                    ? ContractKey.ocid(ocid)
                    : ContractKey.piid(new PiidKey(
                            draft.awardingAgency().name(), String.valueOf(piid), parent == null ? "" : parent));
            sink.row(new ImportedRow(line, key, facts(draft), List.of()));
        }
    }

    private static Facts facts(ContractDraft draft) {
        Facts facts = new Facts();
        facts.title = ContactData.removeFrom(draft.title());
        facts.description = draft.description().isEmpty() ? null : ContactData.removeFrom(draft.description());
        facts.agency = draft.awardingAgency();
        facts.funding = draft.fundingAgency();
        facts.supplier = ContactData.removeFrom(draft.supplier());
        facts.supplierParent = draft.supplierParent() == null ? null : ContactData.removeFrom(draft.supplierParent());
        facts.resellers = withoutContacts(draft.resellers());
        facts.endUsers = withoutContacts(draft.endUsers());
        facts.capabilities = draft.capabilities();
        facts.dataKinds = draft.dataKinds();
        facts.countries = draft.countries();
        facts.obligated = draft.value().obligatedMinor();
        facts.ceiling = draft.value().ceilingMinor();
        facts.currency = draft.value().currency();
        facts.start = draft.period().start();
        facts.end = draft.period().end();
        facts.secrecy = draft.secrecy();
        facts.identifiers = draft.identifiers();
        return facts;
    }

    private static List<String> withoutContacts(List<String> names) {
        return names.stream().map(ContactData::removeFrom).distinct().toList();
    }

    private ContractForm form(Map<TemplateColumn, String> cells) {
        return new ContractForm(
                cell(cells, TemplateColumn.TITLE),
                cell(cells, TemplateColumn.DESCRIPTION),
                cell(cells, TemplateColumn.AGENCY),
                cell(cells, TemplateColumn.AGENCY_PARENT),
                cell(cells, TemplateColumn.AGENCY_TYPE),
                cell(cells, TemplateColumn.AGENCY_COUNTRY),
                cell(cells, TemplateColumn.FUNDING),
                cell(cells, TemplateColumn.SUPPLIER),
                cell(cells, TemplateColumn.SUPPLIER_PARENT),
                cell(cells, TemplateColumn.RESELLERS),
                cell(cells, TemplateColumn.END_USERS),
                codes(
                        capabilities,
                        cells,
                        TemplateColumn.CAPABILITY_1,
                        TemplateColumn.CAPABILITY_2,
                        TemplateColumn.CAPABILITY_3,
                        TemplateColumn.CAPABILITY_4),
                codes(
                        Catalogue.dataKinds(),
                        cells,
                        TemplateColumn.DATA_KIND_1,
                        TemplateColumn.DATA_KIND_2,
                        TemplateColumn.DATA_KIND_3),
                cell(cells, TemplateColumn.COUNTRIES),
                cell(cells, TemplateColumn.OBLIGATED),
                cell(cells, TemplateColumn.CEILING),
                cell(cells, TemplateColumn.CURRENCY),
                cell(cells, TemplateColumn.START),
                cell(cells, TemplateColumn.END),
                cell(cells, TemplateColumn.SECRECY),
                cell(cells, TemplateColumn.PIID),
                cell(cells, TemplateColumn.PARENT_PIID),
                cell(cells, TemplateColumn.OCID));
    }

    /** The sheet shows words; a code is understood as well. */
    private static List<String> codes(
            Catalogue catalogue, Map<TemplateColumn, String> cells, TemplateColumn... columns) {
        Map<String, String> byLabel = new HashMap<>();
        catalogue.all().forEach((code, label) -> byLabel.put(label.toLowerCase(Locale.ROOT), code));
        return Stream.of(columns)
                .map(column -> cell(cells, column))
                .filter(text -> !text.isEmpty())
                .map(text -> byLabel.getOrDefault(text.toLowerCase(Locale.ROOT), text))
                .toList();
    }

    private static String cell(Map<TemplateColumn, String> cells, TemplateColumn column) {
        return cells.getOrDefault(column, "");
    }

    private static Map<String, TemplateColumn> columns() {
        Map<String, TemplateColumn> columns = new HashMap<>();
        columns.put("title", TemplateColumn.TITLE);
        columns.put("description", TemplateColumn.DESCRIPTION);
        columns.put("agencyName", TemplateColumn.AGENCY);
        columns.put("agencyParent", TemplateColumn.AGENCY_PARENT);
        columns.put("agencyType", TemplateColumn.AGENCY_TYPE);
        columns.put("agencyCountry", TemplateColumn.AGENCY_COUNTRY);
        columns.put("fundingName", TemplateColumn.FUNDING);
        columns.put("supplier", TemplateColumn.SUPPLIER);
        columns.put("supplierParent", TemplateColumn.SUPPLIER_PARENT);
        columns.put("resellers", TemplateColumn.RESELLERS);
        columns.put("endUsers", TemplateColumn.END_USERS);
        columns.put("capabilities", TemplateColumn.CAPABILITY_1);
        columns.put("dataKinds", TemplateColumn.DATA_KIND_1);
        columns.put("countries", TemplateColumn.COUNTRIES);
        columns.put("obligated", TemplateColumn.OBLIGATED);
        columns.put("ceiling", TemplateColumn.CEILING);
        columns.put("currency", TemplateColumn.CURRENCY);
        columns.put("start", TemplateColumn.START);
        columns.put("end", TemplateColumn.END);
        columns.put("secrecy", TemplateColumn.SECRECY);
        columns.put("piid", TemplateColumn.PIID);
        columns.put("parentPiid", TemplateColumn.PARENT_PIID);
        columns.put("ocid", TemplateColumn.OCID);
        return Map.copyOf(columns);
    }
}
