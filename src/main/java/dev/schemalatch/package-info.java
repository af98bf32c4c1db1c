/**
 * Schemalatch finds migration drift. The road that data takes, and the packages it passes:
 *
 * <pre>
 * api/v1alpha1   the resources as users write them
 *   source       migrations from where they are kept               Bundle
 *   tool         what each migration tool means                    Migration, Applied
 *   history      shipped against applied                           History
 *   shadow       a PostgreSQL where migrations are replayed
 *   catalog      what a database consists of, as facts             Catalog
 *   drift        where two catalogs part, and why                  Drift
 *   remedy       what mends it                                     Remedy
 *   verdict      what it all means                                 Assessment
 * registry       migrations out of images, from OCI registries        Source
 * connection     how a database is reached, from URIs and Secrets
 * embedded       PostgreSQL programs, unpacked and run
 * postgres       the only place with java.sql
 * check          walks the road: CheckRequest to CheckReport
 * report         a CheckReport as text, JSON, YAML, Markdown
 * operator       resource to request, report to status
 * cli            the same for a terminal
 * ddl            statements that change a schema, and what each costs
 * failure, sql   the vocabulary that all share
 * </pre>
 *
 * <p>Who may use whom is a table in {@code ArchitectureTest}; what it does not list is forbidden.
 */
@NullMarked
package dev.schemalatch;

import org.jspecify.annotations.NullMarked;
