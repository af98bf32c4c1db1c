package dev.schemalatch.connection;

import dev.schemalatch.failure.FailedException;
import dev.schemalatch.failure.Reason;
import java.util.Map;
import java.util.Set;

/** Which parameters of a connection URI are refused, since they would make the driver do what no URI should be able to ask for. */
final class ConnectionParameters {

    /** They name classes that the driver would load. */
    private static final Set<String> CLASSES = Set.of(
            "socketfactory",
            "socketfactoryarg",
            "sslfactory",
            "sslfactoryarg",
            "sslhostnameverifier",
            "sslpasswordcallback",
            "authenticationpluginclassname",
            "xmlfactoryfactory",
            "connectexecutor");

    /** They name files that would be read or written. */
    private static final Set<String> FILES = Set.of(
            "loggerfile",
            "service",
            "servicefile",
            "passfile",
            "pgpassfile",
            "sslcrl",
            "sslcrldir",
            "localsocketaddress");

    /** They name certificate files, which have a better place. */
    private static final Set<String> CERTIFICATES =
            Set.of("sslcert", "sslkey", "sslrootcert", "sslidentity", "sslpassword");

    /** They change what the session is, or whose. */
    private static final Set<String> SESSION = Set.of(
            "options",
            "replication",
            "jaasapplicationname",
            "jaaslogin",
            "gssusedefaultcreds",
            "gssdelegation",
            "gsslib");

    /** They would contradict the address that stands before the question mark. */
    private static final Set<String> ADDRESS = Set.of("host", "hostaddr", "port", "dbname", "database");

    private ConnectionParameters() {}

    /** Names are lower case, as PostgreSQL's tools and drivers all mean the same by either. */
    static void refuseDangerous(Map<String, String> parameters, String origin) {
        for (var name : parameters.keySet()) {
            if (CERTIFICATES.contains(name) && !"system".equals(parameters.get(name))) {
                throw refused(
                        origin,
                        name,
                        "names a file; put the certificate into the Secret under ca.crt, tls.crt and tls.key instead");
            }
            if (CLASSES.contains(name) || FILES.contains(name) || SESSION.contains(name) || ADDRESS.contains(name)) {
                throw refused(origin, name, "is not allowed; remove it");
            }
        }
    }

    /** A parameter's name, safe to show: names are words, and what is no word is not repeated. */
    static String shown(String name) {
        return name.matches("[A-Za-z_][A-Za-z0-9_-]{0,40}") ? name : "(unreadable)";
    }

    private static FailedException refused(String origin, String name, String what) {
        return FailedException.of(
                Reason.ConnectionParameterRefused, "%s: the parameter %s %s.".formatted(origin, shown(name), what));
    }
}
