package dev.schemalatch.ddl;

import java.util.Optional;

/**
 * One statement that changes a schema.
 *
 * @param sql without its semicolon; every name in it is qualified
 * @param lock the strongest lock that it takes on a table in use
 * @param safety what it does to a database in use
 * @param probe what rows must meet for it to succeed
 * @param superuser whether PostgreSQL wants a superuser for it
 */
public record Statement(String sql, Lock lock, Safety safety, Optional<Probe> probe, boolean superuser) {

    /** A statement that changes the catalog alone and takes no lock on a table. */
    public static Statement of(String sql) {
        return new Statement(sql, Lock.None, Safety.Safe, Optional.empty(), false);
    }

    /** The same, which takes a lock for a moment. */
    public Statement locking(Lock strongest) {
        return new Statement(sql, strongest, safety, probe, superuser);
    }

    /** The same, which is as grave as this. */
    public Statement being(Safety grave) {
        return new Statement(sql, lock, grave, probe, superuser);
    }

    /** The same, which fails where rows are in the way. */
    public Statement unless(Probe obstacle) {
        return new Statement(sql, lock, safety, Optional.of(obstacle), superuser);
    }

    /** The same, which only a superuser may run. */
    public Statement bySuperuser() {
        return new Statement(sql, lock, safety, probe, true);
    }
}
