package jp.meguri.test;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import jp.meguri.embedded.DatabaseRoles;
import jp.meguri.embedded.DirectoryTree;

/**
 * One PostgreSQL and one Kafka broker per JVM, started when first asked for, gone with
 * the JVM. Both can be stopped, killed and started again on their ports and files.
 */
public final class EmbeddedPlatform {

	private static final EmbeddedPlatform INSTANCE = new EmbeddedPlatform();

	private final Map<String, DatabaseRoles> databases = new ConcurrentHashMap<>();

	private final PostgresForTests postgres;

	private final BrokerForTests broker;

	private EmbeddedPlatform() {
		Path directory = temporaryDirectory();
		this.postgres = new PostgresForTests(directory.resolve("postgres"));
		this.broker = new BrokerForTests(directory.resolve("kafka"));
		Runtime.getRuntime().addShutdownHook(new Thread(() -> end(directory), "platform-end"));
	}

	public static EmbeddedPlatform get() {
		return INSTANCE;
	}

	public PostgresForTests postgres() {
		return this.postgres;
	}

	public BrokerForTests broker() {
		return this.broker;
	}

	/** Makes a service's database with its roles, once. */
	public DatabaseRoles database(String name) {
		return this.databases.computeIfAbsent(name, (missing) -> {
			DatabaseRoles roles = DatabaseRoles.random(missing);
			this.postgres.server().bootstrap(roles, rolesSql());
			return roles;
		});
	}

	/** A service's database as the superuser sees it, row policies or not. */
	public DataSource superuser(String database) {
		return this.postgres.address().superuser(database);
	}

	/** Starts what a test before has stopped. */
	void ensureRunning() {
		this.postgres.start();
		this.broker.start();
	}

	private void end(Path directory) {
		this.broker.end();
		this.postgres.end();
		try {
			DirectoryTree.delete(directory);
		}
		catch (IOException ex) {
			System.err.println("Left behind: " + directory);
		}
	}

	private static String rolesSql() {
		try (InputStream in = EmbeddedPlatform.class.getResourceAsStream("/db/bootstrap/roles.sql")) {
			if (in == null) {
				throw new IllegalStateException("platform/database is not on the class path");
			}
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Path temporaryDirectory() {
		try {
			return Files.createTempDirectory("meguri-test");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
