package org.contractethics.document.extraction;

import java.io.IOException;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.usermodel.OfficeDrawing;
import org.apache.poi.hwpf.usermodel.Picture;

/** The pictures of an old Word file that take up most of a page, among the words and beside them. */
final class OldWordPictures {

    private static final double TWIPS_PER_INCH = 1440;

    /** Scales are told in thousandths. */
    private static final double WHOLE = 1000;

    private OldWordPictures() {}

    static void note(HWPFDocument document, Draft draft) throws IOException {
        LargePictures pictures = new LargePictures();
        try {
            for (Picture picture : document.getPicturesTable().getAllPictures()) {
                draft.budget().checkTime();
                pictures.see(
                        inches(picture.getDxaGoal(), picture.getHorizontalScalingFactor()),
                        inches(picture.getDyaGoal(), picture.getVerticalScalingFactor()));
            }
            for (OfficeDrawing drawing : document.getOfficeDrawingsMain().getOfficeDrawings()) {
                draft.budget().checkTime();
                if (drawing.getPictureData() != null) {
                    pictures.see(
                            (drawing.getRectangleRight() - drawing.getRectangleLeft()) / TWIPS_PER_INCH,
                            (drawing.getRectangleBottom() - drawing.getRectangleTop()) / TWIPS_PER_INCH);
                }
            }
        } catch (LimitHitException e) {
            throw e;
        } catch (RuntimeException e) {
            draft.gap("Pictures of the file are damaged and were not read. Read the original.");
        }
        pictures.note(draft);
    }

    private static double inches(int goal, int scale) {
        return goal / TWIPS_PER_INCH * (scale <= 0 ? 1 : scale / WHOLE);
    }
}
