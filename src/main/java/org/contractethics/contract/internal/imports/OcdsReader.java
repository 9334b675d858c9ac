package org.contractethics.contract.internal.imports;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.contractethics.contract.internal.AgencyDirectory;
import org.contractethics.contract.internal.BadValue;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Open Contracting data: release packages, record packages, single releases and compiled releases. The file is walked
 * token by token; only one release or record at a time is held as a tree.
 */
final class OcdsReader implements AwardFileReader {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final Map<String, String> PATHS = Map.of(
            "title", "tender.title",
            "description", "tender.description",
            "agencyName", "buyer.name",
            "supplier", "awards.suppliers.name",
            "obligated", "contracts.value.amount",
            "ceiling", "tender.value.amount",
            "currency", "value.currency",
            "end", "contracts.period.endDate",
            "ocid", "ocid");

    private final AgencyDirectory agencies;

    OcdsReader(AgencyDirectory agencies) {
        this.agencies = agencies;
    }

    @Override
    public String column(String fact) {
        return PATHS.getOrDefault(fact, "");
    }

    @Override
    public void read(byte[] content, RowSink sink) throws UnreadableFile {
        byte[] utf8 = Decoding.text(content).getBytes(StandardCharsets.UTF_8);
        Publisher publisher = publisher(utf8);
        try (JsonParser parser = JSON.createParser(utf8)) {
            JsonToken first = parser.nextToken();
            if (first == JsonToken.START_ARRAY) {
                elements(parser, publisher, sink);
            } else if (first != JsonToken.START_OBJECT || !wrapped(parser, publisher, sink)) {
                single(utf8, publisher, sink);
            }
        } catch (JacksonException broken) {
            throw new UnreadableFile("The JSON breaks off or is not well formed near line " + line(broken)
                    + ". Everything before it was read. Get the file again from its publisher.");
        }
    }

    /** Walks the members of a package; answers whether there were releases or records in it. */
    private boolean wrapped(JsonParser parser, Publisher publisher, RowSink sink) {
        boolean found = false;
        boolean single = false;
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            boolean list = name.equals("records") || (name.equals("releases") && !single);
            single |= name.equals("ocid");
            if (list && value == JsonToken.START_ARRAY && !single) {
                elements(parser, publisher, sink);
                found = true;
            } else {
                parser.skipChildren();
            }
        }
        return found;
    }

    private void elements(JsonParser parser, Publisher publisher, RowSink sink) {
        int others = 0;
        int firstOther = 0;
        for (JsonToken next = parser.nextToken();
                next != null && next != JsonToken.END_ARRAY;
                next = parser.nextToken()) {
            int line = parser.currentTokenLocation().getLineNr();
            if (next == JsonToken.START_OBJECT) {
                JsonNode element = JSON.readTree(parser);
                take(element, line, publisher, sink);
            } else {
                parser.skipChildren();
                firstOther = others++ == 0 ? line : firstOther;
            }
        }
        if (others > 0) {
            sink.problem(new ImportProblem(
                    firstOther,
                    "",
                    String.format(
                            Locale.ROOT,
                            "%,d of the entries of this list, the first in this line, are no releases or records and were left out.",
                            others)));
        }
    }

    private void single(byte[] utf8, Publisher publisher, RowSink sink) throws UnreadableFile {
        JsonNode tree = JSON.readTree(utf8);
        if (!tree.isObject() || !(tree.has("ocid") || tree.has("compiledRelease"))) {
            throw new UnreadableFile(
                    "This JSON holds no Open Contracting releases or records. Use a release package or a record package of OCDS 1.1.");
        }
        take(tree, 1, publisher, sink);
    }

    /** A record stands for its compiled release, or else for its releases one after the other. */
    private void take(JsonNode element, int line, Publisher publisher, RowSink sink) {
        JsonNode compiled = element.path("compiledRelease");
        if (compiled.isObject()) {
            release(compiled, line, publisher, sink);
        } else if (element.path("releases").isArray() && !element.has("tag")) {
            boolean embedded = false;
            for (JsonNode release : element.path("releases")) {
                if (release.has("ocid") && release.has("date")) {
                    release(release, line, publisher, sink);
                    embedded = true;
                }
            }
            if (!embedded) {
                sink.problem(new ImportProblem(
                        line,
                        "releases",
                        "This record only links to its releases. Import the releases or a compiled record."));
            }
        } else {
            release(element, line, publisher, sink);
        }
    }

    private void release(JsonNode release, int line, Publisher publisher, RowSink sink) {
        try {
            sink.row(new OcdsRelease(release, publisher, agencies).row(line));
        } catch (BadCell bad) {
            sink.problem(bad.at(line));
        } catch (BadValue bad) {
            sink.problem(new ImportProblem(line, "", String.valueOf(bad.getMessage())));
        }
    }

    private static Publisher publisher(byte[] utf8) {
        try (JsonParser parser = JSON.createParser(utf8)) {
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                    String name = parser.currentName();
                    parser.nextToken();
                    if (name.equals("publisher") || name.equals("packageInfo")) {
                        return new Publisher(JSON.readTree(parser).path("uri").asString(""));
                    }
                    parser.skipChildren();
                }
            }
        } catch (JacksonException broken) {
            return new Publisher("");
        }
        return new Publisher("");
    }

    private static int line(JacksonException broken) {
        return broken.getLocation() == null ? 1 : broken.getLocation().getLineNr();
    }
}
