package org.contractethics.paper;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.contractethics.paper.Paper.Chart;
import org.contractethics.paper.Paper.Series;

/** Draws a chart as picture for documents, from the very numbers of the table below it. Needs no font and no screen. */
final class ChartPicture {

    static final int WIDTH = 1500;

    private static final int SIZE = 24;
    private static final int BAR = 34;
    private static final int GAP = 18;
    private static final int EDGE = 20;
    private static final int LEGEND = 44;
    private static final Color INK = new Color(0x1f2937);
    private static final Color RULE = new Color(0x9ca3af);

    /** Told apart without red and green, and dark enough beside white. */
    private static final List<Color> COLOURS = List.of(
            new Color(0x0b5fb0),
            new Color(0xb45309),
            new Color(0x13602b),
            new Color(0x7a2a90),
            new Color(0x4b5563),
            new Color(0x0a7c8c),
            new Color(0x9c2150),
            new Color(0x6d4c00));

    private final Chart chart;
    private final List<Place> legend;
    private final int labels;
    private final double scale;
    private final BufferedImage image;
    private final Graphics2D pen;

    private ChartPicture(Chart chart) {
        this.chart = chart;
        this.legend = places(chart.series());
        this.labels = 30
                + (int) chart.categories().stream()
                        .mapToDouble(category -> PaperFont.width(category, SIZE))
                        .max()
                        .orElse(0);
        this.scale = (WIDTH - labels - 90 - PaperFont.width(chart.unit(), SIZE)) / Math.max(1, longest());
        this.image = new BufferedImage(WIDTH, height(), BufferedImage.TYPE_INT_RGB);
        this.pen = image.createGraphics();
    }

    static byte[] png(Chart chart) {
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            ImageIO.write(new ChartPicture(chart).drawn(), "png", bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory cannot fail", e);
        }
    }

    /** Height and width of the picture of a chart, as a share. */
    static double proportion(Chart chart) {
        return new ChartPicture(chart).image.getHeight() / (double) WIDTH;
    }

    private BufferedImage drawn() {
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, image.getWidth(), image.getHeight());
        int y = legend();
        for (int category = 0; category < chart.categories().size(); category++) {
            text(chart.categories().get(category), EDGE, y + BAR * lines() / 2.0 + SIZE / 3.0, INK);
            if (chart.stacked()) {
                stacked(category, y);
            } else {
                beside(category, y);
            }
            y += BAR * lines() + GAP;
        }
        pen.setColor(RULE);
        pen.fillRect(labels - 2, LEGEND * rowsOfLegend(), 2, y - GAP / 2 - LEGEND * rowsOfLegend());
        pen.dispose();
        return image;
    }

    /** Draws what the colours mean and returns where the bars begin. */
    private int legend() {
        for (int i = 0; i < legend.size(); i++) {
            Place place = legend.get(i);
            int top = place.row() * LEGEND + 8;
            pen.setColor(colour(i));
            pen.fillRect((int) place.x(), top, SIZE, SIZE);
            text(chart.series().get(i).name(), place.x() + SIZE + 10, top + SIZE - 4.0, INK);
        }
        return rowsOfLegend() * LEGEND + GAP;
    }

    private static List<Place> places(List<Series> series) {
        List<Place> places = new ArrayList<>();
        double x = EDGE;
        int row = 0;
        for (Series one : series) {
            double wide = PaperFont.width(one.name(), SIZE) + 70;
            if (x + wide > WIDTH && x > EDGE) {
                x = EDGE;
                row++;
            }
            places.add(new Place(x, row));
            x += wide;
        }
        return places;
    }

    private int rowsOfLegend() {
        return legend.isEmpty() ? 0 : legend.get(legend.size() - 1).row() + 1;
    }

    /** Where an entry of the legend stands. */
    private record Place(double x, int row) {}

    private void stacked(int category, int y) {
        double x = labels;
        long sum = 0;
        for (int i = 0; i < chart.series().size(); i++) {
            long value = chart.series().get(i).values().get(category);
            double wide = value * scale;
            bar(i, x, y, wide);
            String number = String.valueOf(value);
            double needed = PaperFont.width(number, SIZE);
            if (wide > needed + 10) {
                text(number, x + (wide - needed) / 2, y + BAR - 9.0, Color.WHITE);
            }
            x += wide;
            sum += value;
        }
        text(String.valueOf(sum), x + 10, y + BAR - 9.0, INK);
    }

    private void beside(int category, int y) {
        for (int i = 0; i < chart.series().size(); i++) {
            long value = chart.series().get(i).values().get(category);
            bar(i, labels, y + i * BAR, value * scale);
            text(value + " " + chart.unit(), labels + value * scale + 10, y + (i + 1) * BAR - 9.0, INK);
        }
    }

    private void bar(int series, double x, int y, double wide) {
        pen.setColor(colour(series));
        pen.fill(new java.awt.geom.Rectangle2D.Double(x, y, wide, BAR - 2.0));
    }

    private void text(String text, double x, double y, Color colour) {
        pen.setColor(colour);
        pen.fill(PaperFont.outlines(text, x, y, SIZE));
    }

    private static Color colour(int series) {
        return COLOURS.get(series % COLOURS.size());
    }

    private int lines() {
        return chart.stacked() ? 1 : chart.series().size();
    }

    private int height() {
        return rowsOfLegend() * LEGEND + 2 * GAP + chart.categories().size() * (BAR * lines() + GAP);
    }

    private long longest() {
        long longest = 0;
        for (int category = 0; category < chart.categories().size(); category++) {
            int at = category;
            var values =
                    chart.series().stream().mapToLong(series -> series.values().get(at));
            longest = Math.max(
                    longest, chart.stacked() ? values.sum() : values.max().orElse(0));
        }
        return longest;
    }
}
