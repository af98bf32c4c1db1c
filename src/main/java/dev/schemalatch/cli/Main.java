package dev.schemalatch.cli;

/** Runs the command line and answers its exit status. */
public final class Main {

    private Main() {}

    public static int run(String... args) {
        return args.length == 0 ? 1 : 0;
    }
}
