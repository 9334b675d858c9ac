package org.contractethics.document.extraction;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.poi.hsmf.MAPIMessage;
import org.jsoup.Jsoup;

/** The forms in which Outlook stores one message: it shows the formatted one, and a sender may say other things in another. */
final class OutlookForms {

    private final MAPIMessage message;
    private final Draft draft;
    private final List<Form> forms = new ArrayList<>();

    /** Adds what a form says to a part. */
    private interface Adding {
        void to(String part) throws IOException;
    }

    private record Form(String words, Adding adding) {}

    private OutlookForms(MAPIMessage message, Draft draft) {
        this.message = message;
        this.draft = draft;
    }

    /** The one that says most, and whatever another says that it does not. */
    static void add(MAPIMessage message, Draft draft) throws IOException {
        OutlookForms all = new OutlookForms(message, draft);
        all.find();
        Form fullest = all.forms.stream()
                .max(Comparator.comparingLong(form -> MailForms.letters(form.words())))
                .orElse(null);
        if (fullest == null) {
            return;
        }
        fullest.adding().to("body");
        for (Form form : all.forms) {
            if (!form.equals(fullest) && MailForms.saysMore(form.words(), fullest.words())) {
                form.adding().to(MailForms.OTHER_FORM);
            }
        }
    }

    /** The plain one first: of several that say as much, the first is taken, and it reads best. */
    private void find() throws IOException {
        String plain = OutlookReader.orNothing(message::getTextBody);
        if (!plain.isBlank()) {
            forms.add(new Form(plain, part -> PlainParagraphs.add(plain, draft.prose(part), draft.budget())));
        }
        String html = OutlookReader.orNothing(message::getHtmlBody);
        if (!html.isBlank()) {
            forms.add(new Form(Jsoup.parse(html).text(), part -> WebPageText.add(Jsoup.parse(html), draft, part)));
        }
        findRtf();
    }

    private void findRtf() throws IOException {
        String rtf = rtf();
        if (!rtf.startsWith("{\\rtf")) {
            return;
        }
        draft.budget().chargeExpandedBytes(rtf.length());
        byte[] bytes = rtf.getBytes(StandardCharsets.ISO_8859_1);
        Draft alone = new Draft(draft.budget(), draft.request(), null, at -> {});
        try {
            new RtfReader().read(bytes, alone, "body");
        } catch (NoTextLayerException e) {
            draft.gap("The formatted form of the message is a picture and was not read. Read the original.");
            return;
        }
        forms.add(new Form(alone.words(), part -> new RtfReader().read(bytes, draft, part)));
    }

    private String rtf() {
        try {
            return OutlookReader.orNothing(message::getRtfBody);
        } catch (RuntimeException e) {
            draft.gap("The formatted form of the message is damaged and was not read. Read the original.");
            return "";
        }
    }
}
