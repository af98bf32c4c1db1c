package dev.schemalatch.tool;

import java.util.regex.Pattern;

/** Prisma's commands as they are typed in a project. */
record PrismaCommands() implements MigrationTool.Commands {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.+-]*");

    @Override
    public String deploy() {
        return "npx prisma migrate deploy";
    }

    @Override
    public String markApplied(String migration) {
        return "npx prisma migrate resolve --applied" + argument(migration);
    }

    @Override
    public String markRolledBack(String migration) {
        return "npx prisma migrate resolve --rolled-back" + argument(migration);
    }

    // names come from files and tables of strangers, and the command is made to be pasted into a shell
    private static String argument(String name) {
        if (PLAIN.matcher(name).matches()) {
            return " " + name;
        }
        return (name.startsWith("-") ? "=" : " ") + "'" + name.replace("'", "'\\''") + "'";
    }
}
