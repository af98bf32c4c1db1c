package dev.schemalatch.demo;

import java.util.ArrayList;
import java.util.List;

/** Text wrapped between words, indented to where it begins. */
final class Wrapped {

    private Wrapped() {}

    static List<String> lines(String start, String text, int width) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder(start);
        var empty = true;
        for (var word : text.split(" ")) {
            if (!empty && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line = new StringBuilder(" ".repeat(start.length()));
                empty = true;
            }
            line.append(empty ? "" : " ").append(word);
            empty = false;
        }
        lines.add(line.toString().stripTrailing());
        return lines;
    }
}
