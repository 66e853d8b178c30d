package org.migrationimpact.download;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a publisher says in place of data, as one short line of plain text. */
final class Words {

    private static final int LONGEST = 240;
    private static final Pattern MESSAGE = Pattern.compile("<(?:\\w+:)?faultstring[^>]*>([^<]*)<"
            + "|\"(?:label|value|message|error|detail)\"\\s*:\\s*\"((?:[^\"\\\\]|\\\\.){1,1000})\"");

    private Words() {}

    /** The message of an error reply of these publishers, otherwise the first words without their marks. */
    static String of(String text) {
        Matcher message = MESSAGE.matcher(text);
        if (message.find()) {
            return plain(message.group(1) == null ? message.group(2) : message.group(1));
        }
        String readable = text.replaceAll("(?is)<(style|script|head)\\b.*?</\\1\\s*>", " ");
        String words = plain(readable.replaceAll("(?s)<[^>]*>", " "));
        return words.isEmpty() ? "no words" : words;
    }

    private static String plain(String text) {
        String line = text.replaceAll("[\\s\\p{Cntrl}\ufffd]+", " ").strip();
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
    }
}
