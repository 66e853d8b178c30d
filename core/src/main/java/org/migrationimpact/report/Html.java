package org.migrationimpact.report;

/** A page being written. Whatever comes in as text or as the value of an attribute comes out as text. */
final class Html {

    private final StringBuilder page = new StringBuilder();

    /** Opens an element; attributes are pairs of name and value. */
    Html open(String tag, String... attributes) {
        page.append('<').append(tag);
        for (int i = 0; i < attributes.length; i += 2) {
            page.append(' ')
                    .append(attributes[i])
                    .append("=\"")
                    .append(escaped(attributes[i + 1]))
                    .append('"');
        }
        page.append('>');
        return this;
    }

    Html close(String tag) {
        page.append("</").append(tag).append(">\n");
        return this;
    }

    /** A whole element with nothing but text in it. */
    Html element(String tag, String text, String... attributes) {
        return open(tag, attributes).text(text).close(tag);
    }

    Html text(String text) {
        page.append(escaped(text));
        return this;
    }

    /** A drawing that has been looked through. */
    Html drawing(Drawing.Vector drawing) {
        page.append(drawing.svg());
        return this;
    }

    /** Mark-up of this package's own, in which nothing of a user's stands. */
    Html own(String markup) {
        page.append(markup);
        return this;
    }

    static String escaped(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> escape(safe, c));
        return safe.toString();
    }

    private static void escape(StringBuilder safe, int c) {
        switch (c) {
            case '&' -> safe.append("&amp;");
            case '<' -> safe.append("&lt;");
            case '>' -> safe.append("&gt;");
            case '"' -> safe.append("&quot;");
            case '\'' -> safe.append("&#39;");
            default -> safe.appendCodePoint(isPrintable(c) ? c : 0xFFFD);
        }
    }

    /** Neither a control character, nor half of one, nor one that turns the direction of what follows. */
    private static boolean isPrintable(int c) {
        boolean turns = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
        boolean control = Character.isISOControl(c) && c != '\n' && c != '\t';
        return !turns && !control && Character.getType(c) != Character.SURROGATE;
    }

    @Override
    public String toString() {
        return page.toString();
    }
}
