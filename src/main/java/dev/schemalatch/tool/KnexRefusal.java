package dev.schemalatch.tool;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What Knex says where files of its history are missing: it then does nothing at all. */
record KnexRefusal(Reading reading) {

    List<String> notes() {
        var missing = reading.applied().stream()
                .map(Applied::name)
                .filter(name -> !isShipped(name))
                .toList();
        var notes = new ArrayList<String>();
        if (!missing.isEmpty()) {
            notes.add(Note.of(
                    "Knex refuses to run: \"The migration directory is corrupt, the following files are missing: %s\"",
                    missing.stream().limit(5).collect(Collectors.joining(", "))));
        }
        missing.forEach(name -> reading.shipped().stream()
                .map(Migration::name)
                .filter(shipped -> ProgramFolder.stem(shipped).equals(ProgramFolder.stem(name)))
                .map(shipped -> Note.of(
                        "%s: recorded as %s; Knex takes a file with another extension for another migration",
                        shipped, name))
                .forEach(notes::add));
        return notes;
    }

    private boolean isShipped(String name) {
        return reading.shipped().stream().anyMatch(migration -> migration.name().equals(name));
    }
}
