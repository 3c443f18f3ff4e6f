package dev.saidao.samples.programs.page;

import java.io.StringWriter;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Draws a picture, element by element; its colours are classes of the style sheet, so that they follow light and dark. */
final class Svg {

    /** How wide pictures are: on a phone their text then has about the size of the text around them. */
    static final double WIDTH = 350;

    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;

    /** Begins a picture with a name and, for those who do not see it, what there is to see. */
    Svg(double width, double height, String title, String description) {
        try {
            xml = FACTORY.createXMLStreamWriter(text);
            xml.writeStartElement("svg");
            xml.writeAttribute("viewBox", "0 0 " + number(width) + " " + number(height));
            xml.writeAttribute("role", "img");
            xml.writeAttribute("aria-label", description.isEmpty() ? title : title + ". " + description);
            element("title", title);
            if (!description.isEmpty()) {
                element("desc", description);
            }
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    Svg line(double x1, double y1, double x2, double y2, String style) {
        return empty("line", style, "x1", number(x1), "y1", number(y1), "x2", number(x2), "y2", number(y2));
    }

    Svg rect(double x, double y, double width, double height, String style) {
        return empty(
                "rect",
                style,
                "x",
                number(x),
                "y",
                number(y),
                "width",
                number(width),
                "height",
                number(height),
                "rx",
                "1.5");
    }

    Svg circle(double x, double y, double radius, String style) {
        return empty("circle", style, "cx", number(x), "cy", number(y), "r", number(radius));
    }

    /** Straight lines from point to point. */
    Svg path(List<double[]> points, boolean isClosed, String style) {
        StringBuilder path = new StringBuilder();
        for (double[] point : points) {
            path.append(path.length() == 0 ? "M" : "L")
                    .append(number(point[0]))
                    .append(' ')
                    .append(number(point[1]));
        }
        return empty("path", style, "d", path.append(isClosed ? "Z" : "").toString());
    }

    /** A text that begins, ends or has its middle at a place: {@code start}, {@code end}, {@code middle}. */
    Svg text(double x, double y, String anchor, String style, String words) {
        try {
            xml.writeStartElement("text");
            xml.writeAttribute("x", number(x));
            xml.writeAttribute("y", number(y));
            if (!anchor.equals("start")) {
                xml.writeAttribute("text-anchor", anchor);
            }
            if (!style.isEmpty()) {
                xml.writeAttribute("class", style);
            }
            xml.writeCharacters(words);
            xml.writeEndElement();
            return this;
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A number below an axis: in the middle below its place, or moved so that it does not stick out. */
    Svg tick(double x, double y, String words) {
        double half = Widths.of(words) / 2;
        double middle = Math.max(half, Math.min(WIDTH - half, x));
        return text(middle, y, "middle", "faint", words);
    }

    /** The picture as text. */
    String end() {
        try {
            xml.writeEndElement();
            xml.flush();
            return text.toString();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    private Svg empty(String name, String style, String... attributes) {
        try {
            xml.writeEmptyElement(name);
            xml.writeAttribute("class", style);
            for (int i = 0; i < attributes.length; i += 2) {
                xml.writeAttribute(attributes[i], attributes[i + 1]);
            }
            return this;
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    private void element(String name, String words) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(words);
        xml.writeEndElement();
    }

    private static String number(double value) {
        double tenths = Math.rint(value * 10) / 10;
        return tenths == Math.rint(tenths) ? Long.toString((long) tenths) : Double.toString(tenths);
    }
}
