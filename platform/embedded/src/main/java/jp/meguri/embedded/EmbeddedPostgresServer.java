package jp.meguri.embedded;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server of this machine. A directory that holds one already is used again,
 * also after the server or its starter was killed. It ends with the process that started
 * it.
 */
public final class EmbeddedPostgresServer {

	private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgresServer.class);

	private static final Duration START = Duration.ofMinutes(5);

	private static final Duration STOP = Duration.ofSeconds(20);

	private final ChildProcess process;

	private final PostgresAddress address;

	private EmbeddedPostgresServer(ChildProcess process, PostgresAddress address) {
		this.process = process;
		this.address = address;
	}

	/** Starts with every acknowledged commit on disk. */
	public static EmbeddedPostgresServer start(Path directory, int port, String password) {
		return start(directory, port, password, Durability.ON);
	}

	/**
	 * @param directory holds {@code data} and {@code server.log}; made where missing
	 * @param port where to listen, 0 for any free port
	 * @param password the superuser's; must be the same whenever the directory is used
	 * again
	 * @param durability whether commits must survive a crash of the machine
	 */
	public static EmbeddedPostgresServer start(Path directory, int port, String password, Durability durability) {
		PostgresDirectory files = new PostgresDirectory(directory.toAbsolutePath());
		PostgresCommand command = new PostgresCommand(PostgresBinaries.unpacked());
		files.initialize(command, password);
		files.endFormerServer();
		PostgresAddress address = new PostgresAddress("127.0.0.1", FreePorts.orFree(port), password);
		ChildProcess process = ChildProcess.start("PostgreSQL",
				command.of("postgres", arguments(files, address.port(), durability)), files.log());
		EndsWithUs.watch(process.pid());
		process.awaitReady(address::answers, START);
		EmbeddedPostgresServer server = new EmbeddedPostgresServer(process, address);
		if (durability == Durability.ON) {
			server.requireOn("fsync");
			server.requireOn("synchronous_commit");
		}
		log.info("PostgreSQL listens on {}", address);
		return server;
	}

	private static List<String> arguments(PostgresDirectory files, int port, Durability durability) {
		List<String> settings = new ArrayList<>(durability.settings());
		settings.add("listen_addresses=127.0.0.1");
		settings.add("unix_socket_directories=");
		settings.add("max_connections=150");
		settings.add("shared_buffers=64MB");
		settings.add("timezone=UTC");
		settings.add("log_timezone=UTC");
		settings.add("logging_collector=off");
		List<String> arguments = new ArrayList<>(List.of("-D", files.data().toString(), "-p", Integer.toString(port)));
		settings.forEach((setting) -> arguments.addAll(List.of("-c", setting)));
		return arguments;
	}

	public PostgresAddress address() {
		return this.address;
	}

	public long pid() {
		return this.process.pid();
	}

	public boolean isRunning() {
		return this.process.isAlive();
	}

	/**
	 * Makes a database and its roles, or brings their passwords up to date.
	 * @param rolesSql the text of {@code db/bootstrap/roles.sql}
	 */
	public void bootstrap(DatabaseRoles roles, String rolesSql) {
		try {
			createDatabase(roles.database());
			try (Connection connection = this.address.superuser(roles.database()).getConnection();
					Statement statement = connection.createStatement()) {
				statement.execute(roles.fill(rolesSql));
			}
		}
		catch (SQLException ex) {
			throw new EmbeddedStartException("Cannot prepare database " + roles.database() + ": " + ex.getMessage(),
					ex);
		}
	}

	private void createDatabase(String database) throws SQLException {
		try (Connection connection = this.address.superuser("postgres").getConnection();
				Statement statement = connection.createStatement()) {
			String literal = statement.enquoteLiteral(database);
			try (ResultSet present = statement.executeQuery("select from pg_database where datname = " + literal)) {
				if (present.next()) {
					return;
				}
			}
			statement.execute("create database " + statement.enquoteIdentifier(database, false));
		}
	}

	/** Ends cleanly: sessions are closed, everything is written. */
	public void stop() {
		Signals.send(this.process.process().toHandle(), "INT");
		this.process.awaitEnd(STOP);
	}

	/** Ends as by {@code kill -9}, every process of the server. */
	public void kill() {
		this.process.kill();
	}

	private void requireOn(String setting) {
		Optional<String> value = show(setting);
		if (!value.equals(Optional.of("on"))) {
			stop();
			throw new EmbeddedStartException(setting + " must be on, acknowledged data would not be safe");
		}
	}

	private Optional<String> show(String setting) {
		try (Connection connection = this.address.superuser("postgres").getConnection();
				Statement statement = connection.createStatement();
				ResultSet result = statement.executeQuery("show " + setting)) {
			return result.next() ? Optional.of(result.getString(1)) : Optional.empty();
		}
		catch (SQLException ex) {
			throw new EmbeddedStartException("PostgreSQL does not answer: " + ex.getMessage(), ex);
		}
	}

}
