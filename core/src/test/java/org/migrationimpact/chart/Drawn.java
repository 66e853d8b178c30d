package org.migrationimpact.chart;

import java.awt.geom.Rectangle2D;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** An SVG read back: its texts with the room each one takes, and how many of a kind of element it holds. */
record Drawn(Element root) {

    /** A text and the rectangle that it fills on the page. */
    record Text(String text, Rectangle2D box) {}

    static Drawn of(String svg) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            byte[] bytes = svg.getBytes(StandardCharsets.UTF_8);
            return new Drawn(factory.newDocumentBuilder()
                    .parse(new ByteArrayInputStream(bytes))
                    .getDocumentElement());
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw new AssertionError("not well-formed: " + svg, e);
        }
    }

    static Drawn of(Chart chart, int width, int height) {
        return of(chart.svg(width, height));
    }

    List<String> words() {
        return texts().stream().map(Text::text).toList();
    }

    List<Text> texts() {
        NodeList found = root.getElementsByTagNameNS("*", "text");
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> text((Element) found.item(i)))
                .toList();
    }

    private static Text text(Element element) {
        double size = Double.parseDouble(inherited(element, "font-size").replace("px", ""));
        boolean bold = inherited(element, "font-weight").equals("bold");
        Lettering letters = bold ? Lettering.bold(size) : Lettering.plain(size);
        double x = Double.parseDouble(element.getAttribute("x"));
        double y = Double.parseDouble(element.getAttribute("y"));
        String text = element.getTextContent();
        return new Text(
                text, new Rectangle2D.Double(x, y - letters.rise(), letters.width(text), letters.rise() + 0.1 * size));
    }

    private static String inherited(Node node, String attribute) {
        Node at = node;
        while (at instanceof Element element && !element.hasAttribute(attribute)) {
            at = at.getParentNode();
        }
        return at instanceof Element element ? element.getAttribute(attribute) : "";
    }

    int count(String tag) {
        return root.getElementsByTagNameNS("*", tag).getLength();
    }

    String content(String tag) {
        return root.getElementsByTagNameNS("*", tag).item(0).getTextContent();
    }

    /** Pairs of texts that lie on each other. */
    List<String> collisions() {
        List<Text> texts = texts();
        List<String> found = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            for (int j = i + 1; j < texts.size(); j++) {
                if (texts.get(i).box().intersects(texts.get(j).box())) {
                    found.add(texts.get(i) + " and " + texts.get(j));
                }
            }
        }
        return found;
    }

    /** Texts that do not lie wholly on a page of this size. */
    List<Text> cutOff(int width, int height) {
        Rectangle2D page = new Rectangle2D.Double(0, 0, width, height);
        return texts().stream().filter(text -> !page.contains(text.box())).toList();
    }
}
