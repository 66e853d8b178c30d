package org.migrationimpact.examples.study;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.migrationimpact.data.InputException;
import org.migrationimpact.data.Spelling;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * YAML as a tree in which every key and value keeps its line and column, and every value its characters. One document, without anchors,
 * aliases and tags, at most 20 levels deep: a study needs no more, and none of these can then blow it up.
 */
final class YamlTree {

    private static final int DEEPEST = 20;

    private final StudyText study;
    private final Iterator<Event> events;

    private YamlTree(StudyText study) {
        this.study = study;
        LoadSettings settings = LoadSettings.builder().setLabel(study.file()).build();
        this.events = new Parse(settings).parseString(study.text()).iterator();
    }

    static Block read(StudyText study) {
        try {
            return new YamlTree(study).document();
        } catch (MarkedYamlEngineException e) {
            throw notYaml(study, e);
        } catch (ReaderException e) {
            long line = study.text()
                            .codePoints()
                            .limit(e.getPosition())
                            .filter(c -> c == '\n')
                            .count()
                    + 1;
            throw notYaml(
                    study.file(),
                    line,
                    1,
                    "the character U+" + Integer.toHexString(e.getCodePoint()) + " may not stand in YAML");
        } catch (YamlEngineException e) {
            throw notYaml(study.file(), 1, 1, String.valueOf(e.getMessage()));
        }
    }

    private static InputException notYaml(StudyText study, MarkedYamlEngineException e) {
        int line = e.getProblemMark().map(Mark::getLine).orElse(0);
        int column = e.getProblemMark().map(Mark::getColumn).orElse(0);
        String text = study.text().lines().skip(line).findFirst().orElse("");
        boolean tab = text.substring(0, Math.min(text.length(), column + 1)).isBlank() && text.contains("\t");
        String problem = tab ? "a tab stands where blanks must; indent with blanks" : String.valueOf(e.getProblem());
        return notYaml(study.file(), line + 1L, column + 1L, problem);
    }

    private static InputException notYaml(String file, long line, long column, String problem) {
        return InputException.in("E-STUDY-005", file, line, column, "this is not YAML: " + problem);
    }

    private Block document() {
        events.next(); // the stream begins
        if (events.next().getEventId() == Event.ID.StreamEnd) {
            throw empty();
        }
        Node root = node(events.next(), 1);
        events.next(); // the document ends
        Event after = events.next();
        if (after.getEventId() != Event.ID.StreamEnd) {
            throw unwanted(after, "a second document");
        }
        if (root instanceof Text text && text.text().isEmpty()) {
            throw empty();
        }
        if (root instanceof Block block) {
            return block.named("the study");
        }
        throw root.place()
                .refusal(
                        "E-STUDY-007",
                        "the file is " + root.kind() + "; a study begins with keys such as data: and design:");
    }

    private InputException empty() {
        return InputException.in(
                "E-STUDY-006", study.file(), "the file is empty; a study has the keys data, treatment and design");
    }

    private InputException unwanted(Event event, String what) {
        return place(event)
                .refusal(
                        "E-STUDY-017",
                        what + " is not read in a study file; write one document of plain keys and values");
    }

    private Node node(Event event, int depth) {
        requirePlain(event, depth);
        return switch (event.getEventId()) {
            case Scalar -> new Text(place(event), ((ScalarEvent) event).getValue());
            case SequenceStart -> items(event, depth);
            default -> block(event, depth);
        };
    }

    private void requirePlain(Event event, int depth) {
        if (depth > DEEPEST) {
            throw unwanted(event, "a block more than " + DEEPEST + " levels deep");
        }
        if (event.getEventId() == Event.ID.Alias) {
            throw unwanted(event, "an alias (*)");
        }
        if (event instanceof NodeEvent node && node.getAnchor().isPresent()) {
            throw unwanted(event, "an anchor (&)");
        }
        Optional<String> tag = event instanceof ScalarEvent scalar
                ? scalar.getTag()
                : event instanceof CollectionStartEvent collection ? collection.getTag() : Optional.empty();
        if (tag.isPresent()) {
            throw unwanted(event, "a tag (" + tag.get() + ")");
        }
    }

    private Node.Items items(Event start, int depth) {
        List<Node> items = new ArrayList<>();
        for (Event next = events.next(); next.getEventId() != Event.ID.SequenceEnd; next = events.next()) {
            items.add(node(next, depth + 1));
        }
        return new Node.Items(place(start), items);
    }

    private Block block(Event start, int depth) {
        Map<String, Block.Entry> entries = new LinkedHashMap<>();
        for (Event next = events.next(); next.getEventId() != Event.ID.MappingEnd; next = events.next()) {
            Text key = key(next, depth);
            Block.Entry earlier = entries.put(key.text(), new Block.Entry(key.place(), node(events.next(), depth + 1)));
            if (earlier != null) {
                throw key.place()
                        .refusal(
                                "E-STUDY-008",
                                "the key " + Spelling.quoted(key.text()) + " stands twice, first in line "
                                        + earlier.key().line() + "; keep one of them");
            }
        }
        return new Block(place(start), "the block", entries);
    }

    private Text key(Event event, int depth) {
        if (node(event, depth + 1) instanceof Text text) {
            return text;
        }
        throw unwanted(event, "a list or block as a key");
    }

    private Place place(Event event) {
        Optional<Mark> mark = event.getStartMark();
        return new Place(
                study.file(),
                mark.map(Mark::getLine).orElse(0) + 1,
                mark.map(Mark::getColumn).orElse(0) + 1);
    }
}
