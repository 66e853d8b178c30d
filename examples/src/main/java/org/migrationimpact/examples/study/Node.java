package org.migrationimpact.examples.study;

import java.util.List;

/** What stands in a study file, with its place: a text, a list, or a block of keys. Nothing is interpreted: {@code NO} stays the text. */
sealed interface Node permits Text, Node.Items, Block {

    /** Where it begins. */
    Place place();

    /** Its kind, in words that follow "is". */
    String kind();

    /** A list. */
    record Items(Place place, List<Node> items) implements Node {
        public Items {
            items = List.copyOf(items);
        }

        @Override
        public String kind() {
            return "a list";
        }
    }
}
