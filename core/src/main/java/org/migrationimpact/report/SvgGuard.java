package org.migrationimpact.report;

import java.io.StringReader;
import java.util.Locale;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Lets an SVG document into a page only where it holds shapes and text: no script, no event, no style sheet, nothing from elsewhere. */
final class SvgGuard {

    private static final Set<String> SHAPES = Set.of(
            "svg",
            "g",
            "defs",
            "title",
            "desc",
            "path",
            "rect",
            "line",
            "polyline",
            "polygon",
            "circle",
            "ellipse",
            "text",
            "tspan",
            "clipPath",
            "linearGradient",
            "radialGradient",
            "stop",
            "pattern",
            "marker",
            "mask",
            "use",
            "symbol");

    private SvgGuard() {}

    /** The document without what stands before its root. */
    static String element(String svg) {
        inspect(svg);
        return svg.substring(svg.indexOf("<svg")).strip() + "\n";
    }

    private static void inspect(String svg) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(svg));
            while (reader.hasNext()) {
                inspect(reader, reader.next());
            }
        } catch (XMLStreamException e) {
            throw new IllegalArgumentException("a drawing is an SVG document; this is not XML", e);
        }
    }

    private static void inspect(XMLStreamReader reader, int event) {
        if (event == XMLStreamConstants.ENTITY_REFERENCE || event == XMLStreamConstants.PROCESSING_INSTRUCTION) {
            throw refused("an entity or an instruction");
        }
        if (event != XMLStreamConstants.START_ELEMENT) {
            return;
        }
        if (!SHAPES.contains(reader.getLocalName())) {
            throw refused("<" + reader.getLocalName() + ">");
        }
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            inspect(reader.getAttributeLocalName(i).toLowerCase(Locale.ROOT), reader.getAttributeValue(i));
        }
    }

    private static void inspect(String attribute, String value) {
        boolean acts = attribute.startsWith("on");
        boolean leads = attribute.equals("href") && !value.startsWith("#");
        boolean fetches = value.replaceAll("\\s|[\"']", "").replace("url(#", "").contains("url(");
        if (acts || leads || fetches) {
            throw refused(attribute + "=\"" + value + "\"");
        }
    }

    private static IllegalArgumentException refused(String what) {
        return new IllegalArgumentException("a drawing holds shapes and text only, got " + what);
    }
}
