package org.contractethics.document.cleaning;

import java.io.IOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamReader;
import org.contractethics.shared.CleanCopies.Trace;

/** What an office file tells besides the words that are seen. */
final class OfficeTraces implements OfficeParts.Listener {

    private static final Map<String, Trace> PROPERTIES = Map.of(
            "creator", Trace.AUTHOR,
            "lastModifiedBy", Trace.LAST_CHANGED_BY,
            "title", Trace.TITLE,
            "created", Trace.CREATED,
            "Company", Trace.COMPANY,
            "Manager", Trace.COMPANY,
            "Application", Trace.PROGRAM,
            "Template", Trace.TEMPLATE);

    private static final Pattern COMMENTS = Pattern.compile(
            "word/comments\\.xml|xl/comments\\d*\\.xml|xl/threadedComments/.*\\.xml|ppt/comments/.*\\.xml");
    private static final Pattern PEOPLE =
            Pattern.compile("word/people\\.xml|xl/persons/.*\\.xml|ppt/commentAuthors\\.xml");
    private static final Set<String> COMMENT = Set.of("comment", "threadedComment", "cm");

    private final Traces traces;
    private final Set<String> people = new HashSet<>();
    private final StringBuilder value = new StringBuilder();
    private int comments;
    private int own;

    private OfficeTraces(Traces traces) {
        this.traces = traces;
    }

    static void add(OfficeParts parts, Traces traces) throws IOException {
        OfficeTraces found = new OfficeTraces(traces);
        parts.read("docProps/core.xml", found);
        parts.read("docProps/app.xml", found);
        parts.read("docProps/custom.xml", found);
        for (String name : parts.names(COMMENTS)) {
            parts.read(name, found);
        }
        for (String name : parts.names(PEOPLE)) {
            parts.read(name, found);
        }
        traces.count(Trace.COMMENTS, found.comments, found.people);
        found.people.forEach(name -> traces.add(Trace.AUTHOR, name));
        traces.count(Trace.OWN_PROPERTIES, found.own + parts.count("customXml/"));
        traces.count(Trace.PICTURES, parts.count("word/media/") + parts.count("xl/media/") + parts.count("ppt/media/"));
        traces.count(
                Trace.FILES_INSIDE,
                parts.count("word/embeddings/") + parts.count("xl/embeddings/") + parts.count("ppt/embeddings/"));
        traces.count(
                Trace.SCRIPT,
                parts.count("word/vbaProject") + parts.count("xl/vbaProject") + parts.count("ppt/vbaProject"));
    }

    @Override
    public void begins(XMLStreamReader at) {
        value.setLength(0);
        String name = at.getLocalName();
        comments += COMMENT.contains(name) ? 1 : 0;
        own += name.equals("property") ? 1 : 0;
        boolean person = COMMENT.contains(name) || name.equals("person") || name.equals("cmAuthor");
        for (String attribute : person ? new String[] {"author", "displayName", "name"} : new String[0]) {
            String maker = OfficeParts.attribute(at, attribute);
            if (maker != null && !maker.isBlank()) {
                people.add(maker);
            }
        }
    }

    @Override
    public void says(String words) {
        value.append(words);
    }

    @Override
    public void ends(String name) {
        Trace trace = PROPERTIES.get(name);
        if (trace != null) {
            traces.add(trace, value.toString());
        } else if (name.equals("author") && !value.toString().isBlank()) {
            people.add(value.toString());
        }
        value.setLength(0);
    }
}
