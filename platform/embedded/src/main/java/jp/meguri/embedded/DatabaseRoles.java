package jp.meguri.embedded;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.function.Function;

/**
 * A service's database and the passwords of its roles; the roles are called
 * {@code <database>_migrator} and so on.
 */
public record DatabaseRoles(String database, String migratorPassword, String appPassword, String workerPassword,
		String publicReadPassword) {

	private static final SecureRandom RANDOM = new SecureRandom();

	public DatabaseRoles {
		requirePlain(database, "[a-z][a-z0-9_]*");
		requirePlain(migratorPassword + appPassword + workerPassword + publicReadPassword, "[A-Za-z0-9._-]+");
	}

	/** With new passwords. */
	public static DatabaseRoles random(String database) {
		return with(database, (role) -> randomPassword());
	}

	/**
	 * @param password gives the password of {@code migrator}, {@code app},
	 * {@code worker}, {@code public_read}
	 */
	public static DatabaseRoles with(String database, Function<String, String> password) {
		return new DatabaseRoles(database, password.apply("migrator"), password.apply("app"), password.apply("worker"),
				password.apply("public_read"));
	}

	public static String randomPassword() {
		byte[] bytes = new byte[16];
		RANDOM.nextBytes(bytes);
		return HexFormat.of().formatHex(bytes);
	}

	String fill(String rolesSql) {
		return rolesSql.replace("${database}", this.database)
			.replace("${migrator_password}", this.migratorPassword)
			.replace("${app_password}", this.appPassword)
			.replace("${worker_password}", this.workerPassword)
			.replace("${public_read_password}", this.publicReadPassword);
	}

	// They stand in a script as they are.
	private static void requirePlain(String text, String pattern) {
		if (!text.matches(pattern)) {
			throw new IllegalArgumentException("Only plain letters and digits are possible here");
		}
	}

	@Override
	public String toString() {
		return this.database;
	}

}
