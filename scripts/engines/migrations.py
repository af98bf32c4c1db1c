"""migra and its successor results: a pair of URLs per line on standard input, SQL on standard output."""

import sys


def migra(present, wanted):

    from migra import Migration
    from sqlbag import S

    with S(present.replace("postgresql://", "postgresql+psycopg2://")) as a:
        with S(wanted.replace("postgresql://", "postgresql+psycopg2://")) as b:
            migration = Migration(a, b)
            migration.set_safety(False)
            migration.add_all_changes(privileges=True)
            return migration.sql


def results(present, wanted):
    import results as package
    from results.dbdiff import Migration

    migration = Migration(package.db(present), package.db(wanted), exact=True)
    migration.set_safety(False)
    migration.add_all_changes_ordered(privileges=True)
    return migration.sql


engine = {"migra": migra, "results": results}[sys.argv[1]]
for line in sys.stdin:
    try:
        print(engine(*line.split()))
        print("-- done", flush=True)
    except Exception as failure:
        print("-- failed", repr(failure).replace("\n", " ")[:300], flush=True)
