package org.contractethics.document.extraction;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.HWPFOldDocument;
import org.apache.poi.hwpf.OldWordFileFormatException;
import org.apache.poi.hwpf.extractor.Word6Extractor;
import org.apache.poi.hwpf.extractor.WordExtractor;
import org.apache.poi.hwpf.usermodel.Range;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** DOC of Word 97 to 2003; of Word 6 and 95 the plain text. */
final class OldWordReader implements FormatReader {

    @Override
    public void read(Path file, Draft draft) throws IOException {
        if (!isCompound(file)) {
            throw new OldWordFileFormatException("Word before Word 6");
        }
        try (POIFSFileSystem compound = new POIFSFileSystem(file.toFile(), true)) {
            try (HWPFDocument document = new HWPFDocument(compound.getRoot())) {
                readParts(document, draft);
                OldExtras.addProperties(document, draft);
                OldExtras.addObjectPool(compound.getRoot(), draft);
                OldWordPictures.note(document, draft);
            } catch (OldWordFileFormatException e) {
                readVeryOld(compound, draft);
            }
        }
    }

    /** Word 1 to 5 wrote another format of which little is known. */
    private static boolean isCompound(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            return FileMagic.valueOf(in) == FileMagic.OLE2;
        }
    }

    private static void readParts(HWPFDocument document, Draft draft) {
        OldWordStory story = new OldWordStory(document, draft);
        story.read(document.getRange(), "body");
        readIfAny(story, document.getFootnoteRange(), "footnotes");
        readIfAny(story, document.getEndnoteRange(), "endnotes");
        readIfAny(story, document.getMainTextboxRange(), "text boxes");
        readIfAny(story, document.getHeaderStoryRange(), "headers and footers");
        readIfAny(story, document.getCommentsRange(), Parts.COMMENTS);
    }

    private static void readIfAny(OldWordStory story, Range range, String part) {
        if (range.getEndOffset() > range.getStartOffset()) {
            story.read(range, part);
        }
    }

    private static void readVeryOld(POIFSFileSystem compound, Draft draft) throws IOException {
        try (HWPFOldDocument document = new HWPFOldDocument(compound);
                Word6Extractor extractor = new Word6Extractor(document)) {
            for (String paragraph : extractor.getText().split("[\\r\\n]+", -1)) {
                draft.prose("body").add(WordExtractor.stripFields(paragraph), null);
            }
        }
    }
}
