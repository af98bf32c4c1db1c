import java.io.BufferedReader;
import java.io.InputStreamReader;
import org.pgcodekeeper.core.api.DatabaseFactory;
import org.pgcodekeeper.core.api.PgCodeKeeperApi;
import org.pgcodekeeper.core.settings.CoreSettings;

/** pgcodekeeper-core: a pair of URLs per line on standard input, SQL on standard output. */
class PgCodeKeeper {

    public static void main(String[] args) throws Exception {
        var lines = new BufferedReader(new InputStreamReader(System.in));
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            var urls = line.split(" ");
            try {
                var settings = new CoreSettings();
                settings.setIgnoreColumnOrder(true);
                settings.setAddTransaction(false);
                settings.setDisableCheckFunctionBodies(true);
                var databases = new DatabaseFactory(settings);
                System.out.println(PgCodeKeeperApi.diff(settings, load(databases, urls[0]), load(databases, urls[1])));
                System.out.println("-- done");
            } catch (Exception | StackOverflowError e) {
                System.out.println("-- failed " + String.valueOf(e).replace('\n', ' '));
            }
            System.out.flush();
        }
    }

    private static org.pgcodekeeper.core.schema.AbstractDatabase load(DatabaseFactory databases, String url)
            throws Exception {
        return databases.loadFromJdbc(jdbc(url));
    }

    /** postgresql://user:password@address/name as JDBC has it. */
    private static String jdbc(String url) {
        var at = url.lastIndexOf('@');
        var account = url.substring("postgresql://".length(), at).split(":");
        return "jdbc:postgresql://%s?user=%s&password=%s".formatted(url.substring(at + 1), account[0], account[1]);
    }
}
