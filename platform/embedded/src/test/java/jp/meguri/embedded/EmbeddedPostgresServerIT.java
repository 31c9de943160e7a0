package jp.meguri.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresServerIT {

	private static final String PASSWORD = "secret";

	@TempDir
	Path directory;

	private EmbeddedPostgresServer server;

	@AfterEach
	void stop() {
		if (this.server != null) {
			this.server.stop();
		}
	}

	@Test
	void start_isDurableAndAsksForThePassword() throws SQLException {
		start();
		assertThat(query("show fsync")).isEqualTo("on");
		assertThat(query("show synchronous_commit")).isEqualTo("on");
		DataSource wrong = new PostgresAddress("127.0.0.1", this.server.address().port(), "wrong")
			.superuser("postgres");
		assertThatExceptionOfType(SQLException.class).isThrownBy(wrong::getConnection)
			.satisfies((ex) -> assertThat(ex.getSQLState()).isEqualTo("28P01"));
	}

	@Test
	void start_findsEverythingAgain_afterKill() throws SQLException {
		start();
		execute("create table t (i int)");
		execute("insert into t select generate_series(1, 401)");
		this.server.kill();
		assertThat(this.directory.resolve("data/postmaster.pid")).exists();
		start();
		assertThat(query("select count(*) from t")).isEqualTo("401");
	}

	@Test
	void start_endsTheServerAFormerRunLeftBehind() throws SQLException {
		start();
		execute("create table t (i int)");
		long left = this.server.pid();
		start();
		assertThat(ProcessHandle.of(left).filter(ProcessHandle::isAlive)).isEmpty();
		assertThat(query("select count(*) from t")).isEqualTo("0");
	}

	@Test
	void start_ignoresAPidFileOfAnotherProgram() throws SQLException, IOException {
		start();
		this.server.stop();
		Files.writeString(this.directory.resolve("data/postmaster.pid"), ProcessHandle.current().pid() + "\n");
		start();
		assertThat(query("select 1")).isEqualTo("1");
	}

	@Test
	void bootstrap_canBeRepeatedWithOtherPasswords() throws SQLException {
		start();
		String sql = """
				do $roles$ begin
				    if not exists (select from pg_roles where rolname = '${database}_app') then
				        create role ${database}_app;
				    end if;
				end $roles$;
				alter role ${database}_app with login password '${app_password}';
				""";
		this.server.bootstrap(DatabaseRoles.with("goals", (role) -> "one"), sql);
		this.server.bootstrap(DatabaseRoles.with("goals", (role) -> "two"), sql);
		try (Connection connection = this.server.address().as("goals", "goals_app", "two").getConnection()) {
			assertThat(connection.isValid(1)).isTrue();
		}
	}

	private void start() {
		this.server = EmbeddedPostgresServer.start(this.directory, 0, PASSWORD);
	}

	private void execute(String sql) throws SQLException {
		try (Connection connection = this.server.address().superuser("postgres").getConnection();
				Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
	}

	private String query(String sql) throws SQLException {
		try (Connection connection = this.server.address().superuser("postgres").getConnection();
				Statement statement = connection.createStatement();
				ResultSet result = statement.executeQuery(sql)) {
			result.next();
			return result.getString(1);
		}
	}

}
