package dev.schemalatch.tool;

/** The folder of migrations in commands, for tools that have to be told. */
final class CommandFolder {

    private CommandFolder() {}

    /** As a word for a shell. */
    static String of(MigrationFiles files) {
        return ShellWord.of(path(files));
    }

    /** Where the files lie below what the check was given; else by the name that such folders have. */
    static String path(MigrationFiles files) {
        return files.migrations().stream()
                .map(Migration::path)
                .filter(path -> path.indexOf('/') > 0)
                .findFirst()
                .map(path -> path.substring(0, path.lastIndexOf('/')))
                .orElse("migrations");
    }
}
