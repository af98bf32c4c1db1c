package dev.schemalatch.check;

import dev.schemalatch.catalog.Catalog;
import dev.schemalatch.drift.Cause;
import dev.schemalatch.drift.Effect;
import java.util.List;

/** What one migration, or several neighbours that were looked at together, do to the schema. */
record Step(List<String> migrations, Effect effect) {

    Step {
        migrations = List.copyOf(migrations);
    }

    static Step of(Cause.Kind kind, List<String> migrations, Catalog before, Catalog after) {
        var first = migrations.get(0);
        var last = migrations.get(migrations.size() - 1);
        var label = first.equals(last) ? first : "%s to %s".formatted(first, last);
        return new Step(migrations, new Effect(kind, label, before, after));
    }

    Step within(Scope scope) {
        return new Step(
                migrations,
                new Effect(effect.kind(), effect.migration(), scope.of(effect.before()), scope.of(effect.after())));
    }
}
