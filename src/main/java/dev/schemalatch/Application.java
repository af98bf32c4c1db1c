package dev.schemalatch;

import dev.schemalatch.cli.Main;
import io.quarkus.runtime.annotations.QuarkusMain;

/** The command line's entry; only {@code operator} starts Quarkus. */
@QuarkusMain
public final class Application {

    private Application() {}

    public static void main(String... args) {
        System.exit(Main.run(LocalEngine::new, args));
    }
}
