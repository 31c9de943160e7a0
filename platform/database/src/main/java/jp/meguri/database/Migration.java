package jp.meguri.database;

import java.util.Map;
import java.util.Objects;
import jp.meguri.database.DatabaseProperties.Login;
import org.flywaydb.core.Flyway;

/**
 * Brings the schema to the state this program expects: first the platform's scripts, then
 * the service's.
 */
final class Migration {

	private Migration() {
	}

	static void run(DatabaseProperties database) {
		Login migrator = Objects.requireNonNull(database.migrator(),
				"meguri.database.migrator.username and .password are needed to migrate");
		Flyway.configure()
			.dataSource("jdbc:postgresql://%s:%d/%s".formatted(database.host(), database.port(), database.name()),
					migrator.username(), migrator.password())
			.locations("classpath:db/platform", "classpath:db/migration")
			.placeholders(roles(database.name()))
			// A platform script that joins later has a lower number than a service's.
			.outOfOrder(true)
			// A database that starts at the same time is there within seconds.
			.connectRetries(20)
			.connectRetriesInterval(1)
			.load()
			.migrate();
	}

	/** The names of the roles as roles.sql gives them. */
	private static Map<String, String> roles(String database) {
		return Map.of("app", database + "_app", "worker", database + "_worker", "migrator", database + "_migrator",
				"public_read", database + "_public_read");
	}

}
