package dev.schemalatch.catalog.kind;

/** Options and settings that may hold a secret, by their names: they are left out where they are read, and counted. */
final class Secrets {

    private Secrets() {}

    /**
     * SQL for whether something of this name may be a secret.
     *
     * @param name an expression
     */
    static String named(String name) {
        return "(%s ~* '(pass|pwd|secret|token|credential|(api|access|private|account|auth|master|service|role|sign(ing)?|encryption)_?key)')"
                .formatted(name);
    }
}
