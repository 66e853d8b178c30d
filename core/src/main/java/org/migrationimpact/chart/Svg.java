package org.migrationimpact.chart;

import java.awt.Dimension;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.CRC32;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.svggen.SVGIDGenerator;
import org.w3c.dom.Comment;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * A figure as an SVG document, with title and description for those who cannot see it.
 *
 * <p>Text names a family of fonts of one width, so that it stays where it was measured. Identifiers carry a checksum of the content, so
 * that several pictures can stand in one page.
 */
final class Svg {

    private static final String NAMESPACE = SVGGraphics2D.SVG_NAMESPACE_URI;
    private static final String FONTS = "'DejaVu Sans', Verdana, sans-serif";

    private Svg() {}

    static String of(Figure figure, Dimension size) {
        Lettering.requireFont();
        String prefix = prefix(figure, size);
        SVGGraphics2D pen = new SVGGraphics2D(context(emptyDocument(), prefix), false);
        pen.setSVGCanvasSize(size);
        Page.paint(figure, pen, size);
        Element root = pen.getRoot();
        tidy(root);
        describe(root, figure, prefix, size);
        return written(root);
    }

    private static Document emptyDocument() {
        try {
            return DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .getDOMImplementation()
                    .createDocument(NAMESPACE, "svg", null);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("this Java cannot build XML", e);
        }
    }

    private static SVGGeneratorContext context(Document document, String prefix) {
        SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
        context.setComment("");
        context.setPrecision(2);
        context.setIDGenerator(new SVGIDGenerator() {
            @Override
            public String generateID(String kind) {
                return prefix + super.generateID(kind);
            }
        });
        return context;
    }

    private static String prefix(Figure figure, Dimension size) {
        CRC32 sum = new CRC32();
        sum.update((figure + " " + size.width + " " + size.height).getBytes(StandardCharsets.UTF_8));
        return String.format(Locale.ROOT, "c%08x-", sum.getValue());
    }

    /** Names the fonts, and takes out comments and empty definitions, whose name would stand twice in a page of several pictures. */
    private static void tidy(Element element) {
        if (element.hasAttribute("font-family")) {
            element.setAttribute("font-family", FONTS);
        }
        Node next;
        for (Node child = element.getFirstChild(); child != null; child = next) {
            next = child.getNextSibling();
            if (child instanceof Comment || (child.getNodeName().equals("defs") && !child.hasChildNodes())) {
                element.removeChild(child);
            } else if (child instanceof Element inner) {
                tidy(inner);
            }
        }
    }

    private static void describe(Element root, Figure figure, String prefix, Dimension size) {
        root.setAttribute("viewBox", "0 0 " + size.width + " " + size.height);
        root.setAttribute("role", "img");
        root.setAttribute("aria-labelledby", prefix + "title " + prefix + "desc");
        put(root, "desc", figure.alternative(), prefix);
        put(root, "title", figure.title(), prefix);
    }

    private static void put(Element root, String tag, String text, String prefix) {
        Element element = root.getOwnerDocument().createElementNS(NAMESPACE, tag);
        element.setAttribute("id", prefix + tag);
        element.setTextContent(text);
        root.insertBefore(element, root.getFirstChild());
    }

    private static String written(Element root) {
        StringWriter text = new StringWriter();
        try {
            Transformer writer = TransformerFactory.newDefaultInstance().newTransformer();
            writer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
            writer.setOutputProperty(OutputKeys.ENCODING, "UTF-8");
            writer.transform(new DOMSource(root), new StreamResult(text));
        } catch (TransformerException e) {
            throw new IllegalStateException("this Java cannot write XML", e);
        }
        return text.append('\n').toString();
    }
}
