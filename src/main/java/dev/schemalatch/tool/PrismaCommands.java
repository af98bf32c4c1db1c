package dev.schemalatch.tool;

import java.util.Optional;

/** Prisma's commands as they are typed in a project. */
record PrismaCommands() implements MigrationTool.Commands {

    @Override
    public String deploy() {
        return "npx prisma migrate deploy";
    }

    @Override
    public Optional<String> markApplied(String migration) {
        return Optional.of("npx prisma migrate resolve --applied" + ShellWord.argument(migration));
    }

    @Override
    public Optional<String> markRolledBack(String migration) {
        return Optional.of("npx prisma migrate resolve --rolled-back" + ShellWord.argument(migration));
    }
}
