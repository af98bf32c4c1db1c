package dev.schemalatch.check;

import dev.schemalatch.failure.Finding;

/** A precondition that was asked for, by its name, and whether it holds. */
public record Required(String name, Finding<Boolean> holds) {}
