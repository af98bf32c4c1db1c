package dev.schemalatch.shadow;

/** Whose databases the scratch databases of our own servers imitate. */
public enum Trust {
    /** Strangers': what only a superuser may do is done where it cannot run or confuse any code. */
    Strangers,
    /** Those of the person whose process this is: what could make the server stumble is done for them, too. */
    Own
}
