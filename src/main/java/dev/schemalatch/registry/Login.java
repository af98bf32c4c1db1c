package dev.schemalatch.registry;

import dev.schemalatch.connection.Password;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** How one proves to be somebody: all of these show themselves to registries alone. */
sealed interface Login {

    /** Anybody. */
    record Anonymous() implements Login {}

    /** A name and its password, or a token in the password's place. */
    record Basic(String user, Password password) implements Login {
        /** The header that says so. */
        String header() {
            var both = user + ":" + password.reveal();
            return "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Basic basic && header().equals(basic.header());
        }

        @Override
        public int hashCode() {
            return header().hashCode();
        }
    }

    /** What a token server gave to be exchanged for further tokens; Docker's {@code identitytoken}. */
    record Refresh(Password token) implements Login {}

    /** A token that the registry itself takes; Docker's {@code registrytoken}. */
    record Bearer(Password token) implements Login {}

    static Login basic(String user, String password) {
        return new Basic(user, Password.of(password));
    }
}
