package dev.schemalatch.catalog.kind;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemalatch.catalog.ObjectKey;
import dev.schemalatch.testing.Catalogs;
import dev.schemalatch.testing.Databases;
import dev.schemalatch.testing.Scripts;
import dev.schemalatch.testing.TestDatabase;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class IdentitiesIT {

    /** Everything that PostgreSQL can identify, as it does. */
    private static final String IDENTIFIED = """
            WITH object(classid, objid, objsubid) AS (
              SELECT 'pg_class'::regclass, oid, 0 FROM pg_class
              UNION ALL SELECT 'pg_class'::regclass, attrelid, attnum FROM pg_attribute WHERE attnum > 0 AND NOT attisdropped
              UNION ALL SELECT 'pg_constraint'::regclass, oid, 0 FROM pg_constraint
              UNION ALL SELECT 'pg_type'::regclass, oid, 0 FROM pg_type
              UNION ALL SELECT 'pg_proc'::regclass, oid, 0 FROM pg_proc
              UNION ALL SELECT 'pg_trigger'::regclass, oid, 0 FROM pg_trigger
              UNION ALL SELECT 'pg_rewrite'::regclass, oid, 0 FROM pg_rewrite
              UNION ALL SELECT 'pg_policy'::regclass, oid, 0 FROM pg_policy
              UNION ALL SELECT 'pg_event_trigger'::regclass, oid, 0 FROM pg_event_trigger
              UNION ALL SELECT 'pg_namespace'::regclass, oid, 0 FROM pg_namespace
              UNION ALL SELECT 'pg_extension'::regclass, oid, 0 FROM pg_extension
              UNION ALL SELECT 'pg_operator'::regclass, oid, 0 FROM pg_operator
              UNION ALL SELECT 'pg_opfamily'::regclass, oid, 0 FROM pg_opfamily
              UNION ALL SELECT 'pg_opclass'::regclass, oid, 0 FROM pg_opclass
              UNION ALL SELECT 'pg_cast'::regclass, oid, 0 FROM pg_cast
              UNION ALL SELECT 'pg_conversion'::regclass, oid, 0 FROM pg_conversion
              UNION ALL SELECT 'pg_language'::regclass, oid, 0 FROM pg_language
              UNION ALL SELECT 'pg_am'::regclass, oid, 0 FROM pg_am
              UNION ALL SELECT 'pg_transform'::regclass, oid, 0 FROM pg_transform
              UNION ALL SELECT 'pg_collation'::regclass, oid, 0 FROM pg_collation
              UNION ALL SELECT 'pg_ts_parser'::regclass, oid, 0 FROM pg_ts_parser
              UNION ALL SELECT 'pg_ts_template'::regclass, oid, 0 FROM pg_ts_template
              UNION ALL SELECT 'pg_ts_dict'::regclass, oid, 0 FROM pg_ts_dict
              UNION ALL SELECT 'pg_ts_config'::regclass, oid, 0 FROM pg_ts_config
              UNION ALL SELECT 'pg_statistic_ext'::regclass, oid, 0 FROM pg_statistic_ext
              UNION ALL SELECT 'pg_publication'::regclass, oid, 0 FROM pg_publication
              UNION ALL SELECT 'pg_publication_rel'::regclass, oid, 0 FROM pg_publication_rel
              UNION ALL SELECT 'pg_foreign_data_wrapper'::regclass, oid, 0 FROM pg_foreign_data_wrapper
              UNION ALL SELECT 'pg_foreign_server'::regclass, oid, 0 FROM pg_foreign_server
              UNION ALL SELECT 'pg_user_mapping'::regclass, oid, 0 FROM pg_user_mapping
            )
            SELECT o.type || E'\\t' || o.identity
            FROM object, LATERAL pg_identify_object(classid, objid, objsubid) o
            UNION ALL SELECT E'database\\tcurrent database'
            """;

    @ParameterizedTest
    @MethodSource(Databases.MAJORS)
    void everyObjectIsCalledWhatPostgresCallsIt(int major) {
        try (var database = Databases.create(major)) {
            database.run(Scripts.rich());

            assertThat(identified(database)).containsAll(keys(database));
        }
    }

    @ParameterizedTest
    @MethodSource(Databases.MAJORS)
    void whatAnObjectIsPartOfIsThereToo(int major) {
        try (var database = Databases.create(major)) {
            database.run(Scripts.rich());
            var catalog = Catalogs.of(database);

            assertThat(catalog.objects().values())
                    .allSatisfy(object -> assertThat(catalog.objects().keySet())
                            .containsAll(object.links().toList()));
        }
    }

    private static Set<ObjectKey> keys(TestDatabase database) {
        return Catalogs.of(database).objects().keySet();
    }

    private static Set<ObjectKey> identified(TestDatabase database) {
        return database.column(IDENTIFIED).stream()
                .map(line -> line.split("\t"))
                .map(pair -> new ObjectKey(pair[0], pair[1]))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
