package jp.meguri.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import jp.meguri.embedded.DatabaseRoles;
import jp.meguri.test.EmbeddedPlatform;
import jp.meguri.test.PlatformExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PlatformExtension.class)
class MigrateOnlyIT {

	@Test
	void program_migratesAndEnds(EmbeddedPlatform platform) throws Exception {
		DatabaseRoles roles = platform.database("migrated");
		assertThat(run(platform, roles)).isZero();
		assertThat(tables(platform)).contains("note", "lease", "audit_entry");
	}

	@Test
	void program_endsWithAnError_whenItCannotMigrate(EmbeddedPlatform platform) throws Exception {
		DatabaseRoles roles = platform.database("unmigrated");
		try (Connection connection = platform.superuser("unmigrated").getConnection();
				Statement statement = connection.createStatement()) {
			statement.execute("create table lease (of_somebody_else text)");
		}
		assertThat(run(platform, roles)).isNotZero();
	}

	private static int run(EmbeddedPlatform platform, DatabaseRoles roles) throws IOException, InterruptedException {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
						"-cp", System.getProperty("java.class.path"), SampleApplication.class.getName()));
		Map.of("meguri.migrate", "only", "meguri.database.name", roles.database(), "meguri.database.port",
				platform.postgres().server().address().port(), "meguri.database.migrator.username",
				roles.database() + "_migrator", "meguri.database.migrator.password", roles.migratorPassword())
			.forEach((name, value) -> command.add("--" + name + "=" + value));
		Process process = new ProcessBuilder(command).inheritIO().start();
		assertThat(process.waitFor(90, TimeUnit.SECONDS)).isTrue();
		return process.exitValue();
	}

	private static List<String> tables(EmbeddedPlatform platform) throws SQLException {
		List<String> names = new ArrayList<>();
		try (Connection connection = platform.superuser("migrated").getConnection();
				Statement statement = connection.createStatement();
				ResultSet rows = statement
					.executeQuery("select tablename from pg_tables where schemaname = 'public'")) {
			while (rows.next()) {
				names.add(rows.getString(1));
			}
		}
		return names;
	}

}
