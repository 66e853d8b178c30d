package org.migrationimpact.examples.study;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.migrationimpact.data.InputException;
import org.migrationimpact.data.Spelling;

/** A block of keys, asked for its entries by name; what it does not have, or has in another kind, it refuses. */
record Block(Place place, String name, Map<String, Entry> entries) implements Node {

    /** A key's own place, and what stands behind it. */
    record Entry(Place key, Node value) {}

    Block {
        entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    @Override
    public String kind() {
        return "a block of keys";
    }

    /** The same block, under the name that messages use. */
    Block named(String newName) {
        return new Block(place, newName, entries);
    }

    /** The keys, in the order of the file. */
    List<String> keys() {
        return List.copyOf(entries.keySet());
    }

    /** Where a key stands; of the block where there is no such key. */
    Place placeOf(String key) {
        Entry entry = entries.get(key);
        return entry == null ? place : entry.key();
    }

    /** Refuses keys that are not among these. */
    Block allowing(List<String> known) {
        for (String key : keys()) {
            if (!known.contains(key)) {
                throw placeOf(key)
                        .refusal(
                                "E-STUDY-009",
                                "unknown key " + Spelling.quoted(key) + " in " + name + "; known are "
                                        + String.join(", ", known) + Text.nearest(key, known));
            }
        }
        return this;
    }

    /** Whether the key is there. */
    boolean has(String key) {
        return entries.containsKey(key);
    }

    Optional<Node> get(String key) {
        return Optional.ofNullable(entries.get(key)).map(Entry::value);
    }

    /** The refusal of a block that lacks something. */
    InputException lacking(String what) {
        return place.refusal("E-STUDY-010", name + " has no " + what);
    }

    /** The text behind a key. */
    Optional<Text> text(String key) {
        return get(key).map(node -> text(node, key));
    }

    /** The text behind a key that must be there. */
    Text requireText(String key, String meaning) {
        return text(key).orElseThrow(() -> lacking("'" + key + "', " + meaning));
    }

    /** The text, or the list of texts, behind a key; empty where there is no such key. */
    List<Text> texts(String key) {
        return get(key).map(node -> texts(node, key)).orElse(List.of());
    }

    static List<Text> texts(Node node, String key) {
        if (!(node instanceof Items list)) {
            return List.of(text(node, key));
        }
        if (list.items().isEmpty()) {
            throw wrongKind(node, key, "one entry or more is needed, and the list is empty");
        }
        List<Text> texts = new ArrayList<>();
        list.items().forEach(item -> texts.add(text(item, "an entry of " + key)));
        return texts;
    }

    /** The block behind a key; empty where there is no such key, or nothing behind it. */
    Optional<Block> block(String key) {
        return get(key).filter(
                        node -> !(node instanceof Text text && text.text().isEmpty()))
                .map(node -> {
                    if (node instanceof Block block) {
                        return block.named(key);
                    }
                    throw wrongKind(node, key, "a block of keys is needed, " + example(key));
                });
    }

    private static String example(String key) {
        return switch (key) {
            case "data" -> "such as {file: detections.csv, time: month, outcome: detections}";
            case "treatment" -> "such as {from: 2011-01}";
            case "where" -> "such as {sex: T}";
            default -> "such as {lags: 3}";
        };
    }

    private static Text text(Node node, String key) {
        if (node instanceof Text text && !text.text().isEmpty()) {
            return text;
        }
        throw wrongKind(node, key, "one text or number is needed");
    }

    private static InputException wrongKind(Node node, String key, String wanted) {
        return node.place().refusal("E-STUDY-011", key + " is " + node.kind() + "; " + wanted);
    }
}
